import { fold } from './mail-lines.ts'

/**
 * What a subject says of a mail, by the prefix that programs of some 30 languages put before it. "VS" is neither: it
 * is a reply in Finnish and a forward in Danish.
 */
export function subjectKind(subject: string): 'forward' | 'reply' | undefined {
  const prefix = PREFIX.exec(fold(subject.trim().replace(/^\[[^\]]{0,40}\] ?/, '')))?.[1]
  if (prefix === undefined) return undefined
  if (FORWARD_PREFIXES.has(prefix)) return 'forward'
  return REPLY_PREFIXES.has(prefix) ? 'reply' : undefined
}

/** A subject without the prefixes that say it was forwarded; "Re:" stays. */
export function withoutForward(subject: string): string {
  let rest = subject.trim()
  while (subjectKind(rest) === 'forward')
    rest = rest.replace(/^(?:\[[^\]]{0,40}\] ?)?[^:：]{1,24}[:：]\s*/, '')
  return rest
}

/** Whether a line is one that programs put above a mail that is forwarded, and above no other. */
export function saysForwarded(line: string): boolean {
  if (line.length > MAX_LINE) return false
  const phrase = fold(line)
    .replaceAll('’', "'")
    .replace(/^[-‐‑–—_=*~#<\s]+|[-‐‑–—_=*~#:>\s]+$/g, '')
  return FORWARDED.has(phrase) || FORWARDED_FROM.test(phrase)
}

/** The labels of Cc, of those that `LABELS` calls other. */
export const CC_LABELS: ReadonlySet<string> = words(
  `cc; kopie; kopia; kopio; kopi; copie; copie à; copia; cópia; másolatot kap; másolat; копия; копія; копие; bilgi;
  κοιν; κοινοποίηση; עותק; نسخة; رونوشت; สำเนา; đồng gửi; tembusan; 抄送; 副本; 참조; kópia; kópie; dw; do wiadomości;
  kópia; c.c; kk; cc/cco`,
)

const MAX_LINE = 120
/** Mutt, and Notes ("----- Forwarded by Ann Lee/Acme on 11/03/2026 10:00 AM -----"). */
const FORWARDED_FROM = /^(?:forwarded message from|forwarded by) \S.*$/
const PREFIX = /^([^\s:：][^:：]{0,23}?) ?(?:\[\d+\])?[:：]/u

const FORWARD_PREFIXES = words(
  `fwd; fw; wg; tr; rv; i; enc; pd; vb; vl; videresend; videresendt; vidarebefordra; doorst; doorgestuurd; redir.; redir;
  ilt; i̇lt; πρθ; προωθ; továbbítás; tov; пересл; переслано; переслать; hwd; fs; trs; trf; 转发; 轉寄; 轉發; 転送; 전달; přep; preposl;
  weitergeleitet; transf; reenv; reenviado; res. enc; inoltra; inoltro; proslijeđeno; prosleđeno; הועבר; إعادة توجيه;
  chuyển tiếp; teruskan; tl; edasi; pārs; persiųsta; áfram; ενημ`,
)

const REPLY_PREFIXES = words(
  `re; aw; sv; antw; antwort; odp; res; resp; r; rif; ynt; yan; απ; σχετ; vá; válasz; на; отв; ответ; відп; ref; réf; 答复; 回复; 回覆; 返信; 회신; 답장;
  відповідь; resposta; rép; réponse; atb; ats; vast; bls; balas; trả lời; השב; رد; odpověď; odg; одг`,
)

const FORWARDED = words(
  `begin forwarded message; forwarded message; forwarded mail; forwarded by; forwarded email; fwd; forward; original message forwarded;
  weitergeleitete nachricht; anfang der weitergeleiteten nachricht; beginn der weitergeleiteten nachricht;
  message transféré; début du message transféré; début du message réexpédié; message transmis; message réexpédié;
  mensaje reenviado; inicio del mensaje reenviado; comienzo del mensaje reenviado; mensaje transmitido;
  messaggio inoltrato; inizio messaggio inoltrato; inizio del messaggio inoltrato;
  mensagem encaminhada; mensagem reencaminhada; início da mensagem encaminhada; início da mensagem reencaminhada;
  doorgestuurd bericht; begin doorgestuurd bericht; begin van doorgestuurd bericht;
  vidarebefordrat meddelande; vidarebefordrat mejl; början på vidarebefordrat mejl; början på vidarebefordrat meddelande;
  videresendt meddelelse; start på videresendt besked; start på videresendt meddelelse; videresendt besked;
  videresendt melding; start på videresendt melding; videresendt e-post; begynnelse på videresendt melding;
  välitetty viesti; välitetty viesti alkaa; välitetty viesti / fwd.msg; edelleenlähetetty viesti;
  przekazana wiadomość; początek przekazywanej wiadomości; treść przekazanej wiadomości; wiadomość przesłana dalej; wiadomość przekazana dalej;
  přeposlaná zpráva; začátek přeposílané zprávy; přeposlaná zpráva --- forwarded message; preposlaná správa; začiatok preposlanej správy;
  továbbított üzenet; továbbított levél kezdete; továbbított üzenet kezdete;
  mesaj redirecționat; începe mesajul redirecționat; mesaj redirecţionat; mesaj transmis;
  пересылаемое сообщение; перенаправленное сообщение; начало переадресованного сообщения; пересланное сообщение;
  перенаправлене повідомлення; переслане повідомлення; початок листа, що пересилається; препратено съобщение;
  iletilmiş mesaj; ileti başlangıcı; i̇leti başlangıcı; i̇letilmiş mesaj; iletilen ileti; i̇letilen ileti; yönlendirilmiş ileti; yönlendirilen ileti;
  προωθημένο μήνυμα; έναρξη προωθημένου μηνύματος; αρχή προωθημένου μηνύματος; προωθούμενο μήνυμα;
  proslijeđena poruka; započni proslijeđenu poruku; prosleđena poruka; posredovano sporočilo; missatge reenviat;
  転送されたメッセージ; メッセージを転送; 転送メッセージ; 転送されたメール; 转发的邮件; 转发邮件; 转发邮件信息; 轉寄的郵件; 轉寄郵件; 被转发的邮件; 被转发邮件信息; 전달된 메시지; 전달된 메일;
  הודעה שהועברה; رسالة معاد توجيهها; thư được chuyển tiếp; tin nhắn đã chuyển tiếp; pesan terusan; pesan yang diteruskan; edastatud kiri; pārsūtītā ziņa;
  persiunčiamas laiškas; áframsent skeyti`,
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(';').map((word) => fold(word.replace(/\s+/g, ' ').trim())))
}
