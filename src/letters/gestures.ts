/** A word to tap, and the command that it sends. */
export type Gesture = [word: string, command: string]

export const SNOOZE: Gesture = ['Snooze', 'snooze 3d']
export const ANSWERED: Gesture = ['Answered', 'answered']
export const DONE: Gesture = ['Done', 'done']

/** What things take, in minutes (practice 3.2). */
export const EMAIL = 3
export const CALL = 5
export const THANK_YOU = 5
export const ANSWER = 3
export const TOUCH = 3
