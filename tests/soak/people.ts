/** Users; the second name of everybody whom they write to tells whose they are. */
export const USERS = ['Ashby', 'Birch', 'Cole', 'Dunn']

export const FIRST = ['Ada', 'Ben', 'Cleo', 'Dina', 'Emil', 'Finn', 'Gwen', 'Hugo']

/** Who answer and set meetings; the others are met. */
export const TALKERS = FIRST.slice(0, 4)

export const emailOf = (user: string): string => `${user.toLowerCase()}@university.edu`

/** "ada@ashby.example" of "Ada Ashby". */
export const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '@')}.example`
