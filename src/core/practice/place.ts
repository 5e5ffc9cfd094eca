/** Places that are none: "by phone", "Zoom". */
const REMOTE = /^(by .+|phone|zoom|video|teams|facetime|skype|whatsapp|google meet|call)$|https?:/i

/** Whether people who meet there do not see each other in person. */
export const isRemote = (place: string): boolean => REMOTE.test(place)

/** Whether a meeting is one where people see each other, as far as its place says. */
export const isInPerson = ({ place }: { place?: string }): boolean => place !== undefined && !isRemote(place)
