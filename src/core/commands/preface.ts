/** Leaves out what only announces: "kindly note that 5 is done", "please note: 5 sent", "this is to inform you that". */
export const withoutPreface = (line: string): string => line.replace(PREFACE, '$1')

const PREFACE =
  /^(\W*(?:(?:hi|hello|hey|good (?:morning|day|evening))\b[^,.!]{0,20}[,.!]\s*)?)(?:(?:(?:please|kindly|pls) )?(?:note|be (?:informed|advised))(?: that\b|\s*[:,](?=\s*#?\d))|(?:this is|i (?:want|would like|wanted)) to (?:inform|tell|let) you(?: know)?(?: that\b|\s*[:,]))\s*/i
