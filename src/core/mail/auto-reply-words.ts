/** Words of auto-replies. Lower case, straight apostrophes. */

/** What programs put at the head of a subject, and people call their vacation messages. */
export const AUTO_REPLY_SUBJECT = new RegExp(
  `^(?:${lines(`
    auto(?:matic|mated)?[- ]?(?:reply|response|respond\\w*|answer)|automated message|auto(?= ?:)|vacation (?:reply|response|message)|away message
    (?:i am |i'm |currently )?out[- ]of[- ](?:the )?office|o\\.?o\\.?o\\.?(?=$|[ :,-])|(?:i am |i'm )?on (?:annual |parental |maternity |medical |sick )?(?:leave|vacation|holiday)(?=$|[ :,-])|away from (?:the|my) office
    automatische (?:antwort|abwesenheitsnotiz)|abwesen(?:heit|d)\\w*|auto-antwort|nicht im (?:büro|haus)|urlaub(?=$|[ :,-])
    réponse automatique|reponse automatique|message automatique|absen(?:ce|te?) du bureau|en congés?(?=$|[ :,-])
    respuesta automática|respuesta automatica|fuera de (?:la )?oficina|ausencia|de vacaciones|contestación automática
    risposta automatica|fuori (?:sede|ufficio)|assente|assenza|in ferie
    resposta automática|resposta automatica|fora do escritório|ausência|de férias
    automatisch(?:e)? (?:antwoord|bericht|beantwoording)|afwezig\\w*|niet op kantoor|buiten kantoor
    autosvar|automatiskt? svar|frånvar\\w*|ej på kontoret|inte på kontoret|på semester
    fravær\\w*|ikke (?:på kontoret|til stede|tilgængelig)|på ferie|automatisk besvarelse
    automaattinen vastaus|poissa\\w*|lomalla
    automatyczna odpowiedź|odpowiedź automatyczna|autoodpowiedź|poza biurem|nieobecn\\w*|na urlopie
    automatická odpov[eě][dď]|mimo kancelář|nepřítomn\\w*|neprítomn\\w*
    automatikus válasz|házon kívül|szabadságon
    răspuns automat|în afara biroului|absent(?=$|[ :,-])
    автоответ\\w*|автоматический ответ|автоматичн(?:а відповідь|ий)|вне офиса|отсутств\\w*|в отпуске
    otomatik (?:yanıt|cevap)|ofis dışında|αυτόματη απάντηση|εκτός γραφείου|odsut\\w*|automatski odgovor|samodejni odgovor
    自動返信|自動応答|不在(?:通知|のお知らせ|にしております)|自动(?:回复|答复|回覆)|自動(?:回覆|回復)|外出|자동 (?:회신|응답|답장)|부재\\s?중|תשובה אוטומטית|מענה אוטומטי|رد تلقائي|trả lời tự động|balasan otomatis
  `)})`,
  'iu',
)

/** What stands before the day on which somebody is back. */
export const BACK = cue(`
  back(?: (?:in|at|to) (?:the |my )?(?:office|work|desk))?|return(?:ing|s)?(?: (?:to|from) (?:the |my )?(?:office|work|leave|vacation|holiday))?|available again|in the office again|resume work
  wieder|zurück|rückkehr
  de retour|mon retour|(?:je )?reviens|reviendrai|rentre
  de vuelta|regres\\p{L}*|vuelvo|volveré|vuelta|reincorpor\\p{L}*
  torner\\p{L}*|torno|rientr\\p{L}*|di ritorno
  retorn\\p{L}*|regress\\p{L}*|volt(?:o|arei|ar)|de volta
  terug|weer
  tillbaka|åter|tilbage|tilbake
  wracam|wrócę|powrót|będę (?:z powrotem|dostępn[ya])|od dnia|zpět|vrátím|palaan|takaisin|újra|вернусь|выйду
`)

/** What stands before the first day of something: of being back, where the sentence says so, or of being away. */
export const FROM = cue(`
  ab(?: dem)?|à partir du|à compter du|dès le|a partir d\\p{L}*|a partire da\\p{L}*|vanaf
  från och med|fr\\.o\\.m\\.?|fra og med|od dnia
`)

/** What says in a sentence with FROM that somebody is there again. */
export const AGAIN =
  /wieder|zurück|rückkehr|erreichbar|für sie da|retour|de nouveau|disponible|joignable|vuelta|regres|rientr|ritorno|disponibil|volta|terug|weer|bereikbaar|tillbaka|åter|tilbage|tilbake|wróc|wracam|dostępn/iu

/** Somebody who will not be back. */
export const GONE =
  /\b(?:last day|no longer (?:with|works?|working|employed|at)|(?:have|has|'ve) left)\b|nicht mehr (?:bei|für|im unternehmen)|ausgeschieden|quitté|ne travaille plus|ya no (?:trabaj|form)|non lavor\p{L}* più|já não trabalh|não trabalh\p{L}* mais/iu

/** What stands before the last day of an absence, or before the day of return: people mean either. */
export const UNTIL = cue(`
  until|till|til|through|thru|up to|up to and including
  bis(?: zum| einschließlich| einschl\\.| inkl\\.)*
  jusqu'(?:au|à)|(?<=(?:^|\\P{L})du [^.]{2,30})au
  hasta(?: el)?|(?<=(?:^|\\P{L})del [^.]{2,30})al
  fino a\\p{L}{0,3}|(?<=(?:^|\\P{L})dal [^.]{2,30})al
  até(?: o| a| ao| dia)*
  tot(?: en met)?|t/m
  till(?: och med)?|t\\.o\\.m\\.?|til(?: og med)?
  do(?: dnia)?|до
  (?<=(?:^|\\P{L})from [^.]{3,40})(?:to|-|–)
`)

/** Then the day named is the last one away. */
export const INCLUSIVE =
  /through|thru|inclusive|including|einschl|inkl|inclus|compris|en met|t\/m|och med|og med|t\.o\.m|włącznie|incluido|compreso|inclusivo/iu

/** English only: there the order of "12/1" is the user's, elsewhere the day is first. */
export const ENGLISH = /(?:^|\P{L})(?:i|am|the|will|out|back|office)(?!\p{L})/iu

function cue(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${lines(text)})(?![\\p{L}\\d])`, 'giu')
}

function lines(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join('|')
}
