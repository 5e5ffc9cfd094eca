import { foldDigits } from './mail-lines.ts'

/**
 * Whether a line is what a phone or a program puts under every mail ("Sent from my iPhone"). Every word of
 * an English line must belong to such a footer, so that "sent from my other address today" is kept.
 * @param isInline  the line stands between quoted lines, where "sent via gmail" may well be an answer: only
 *                  a line that names a device counts
 */
export const isDeviceFooter = (text: string, isInline = false): boolean => {
  const line = foldDigits(text).toLowerCase().replace(LINK, ' ').replace(/[*_]/g, '').trim()
  if (line.length < 8 || line.length > MAX_FOOTER || /^\W*\d/.test(line)) return false
  if (isInline && !DEVICE.test(line)) return false
  if (ADVERTISEMENT.test(line)) return true
  if (/^(?:sent|get|download)\b/.test(line)) {
    return (
      (DEVICE.test(line) || PROGRAM.test(line) || MAIL.test(line)) &&
      line.replace(ENGLISH_FOOTER, '').trim() === ''
    )
  }
  // "Gesendet mit WP Poczta" is a footer, "mail an Grace geschickt" is not: a mere "mail" counts only after the verb.
  const sent = SENT.exec(line)
  return !!sent && (DEVICE.test(line) || PROGRAM.test(line) || (sent.index === 0 && MAIL.test(line)))
}

/** Whether a line opens what a mail gateway or a virus scanner appends below everything. */
export const isGatewayFooter = (text: string): boolean => GATEWAY.test(text.toLowerCase())

/** The longest footer seen ("Sent from my Verizon, Samsung Galaxy smartphone") has room twice over. */
const MAX_FOOTER = 120

/** Yahoo's on Android, "Search, Organize, Conquer", in every language three words after a colon. */
const ADVERTISEMENT = /^yahoo mail ?: ?[^,]{1,40}, ?[^,]{1,40},? ?[^,]{1,40}$/

const LINK = /<[^<>]*>|\((?:https?|www)[^()]*\)|https?:\/\/\S+/g

const DEVICE =
  /iphon|ipad|ipod|android|samsung|galaxy|huawei|xiaomi|redmi|oneplus|oppo|blackberry|nokia|motorola|sony|xperia|pixel|smartphone|telefon|mobil|handy|tablet|phone|watch|휴대|手机|手機|携帯|스마트폰|телефон|смартфон|мобильн|móvil|celular|cellulare|téléphone|טלפון|هاتف|جوال|แท็บเล็ต|โทรศัพท์|điện thoại|ponsel|айфон|айпад|kännyk|puhelime/

const PROGRAM =
  /outlook|yahoo|gmail|gmx|web\.de|mail\.ru|proton|\bspark\b|k-9|thunderbird|zoho|windows|\baol\b|fastmail|tutanota|superhuman|mailspring|airmail|yandex|яндекс|naver|네이버|\bqq\b|t-online|bluemail|mimestream|\bios\b/

const MAIL = /mail|posta|pošt|poczt|почт|courrier|correo|correio|邮箱|郵件|メール|메일|e-post|sähköposti/

/** "sent", "get" and "download" as footers in other languages have them. */
const SENT = new RegExp(
  '(?<!\\p{L})(?:' +
    [
      'gesendet|verschickt|geschickt|holen sie sich|beziehen|herunterladen|laden sie|von meinem|envoyée?|provenance|télécharge[rz]|obtenez|enviad[oa]|enviat|obtener|obtenga|descargar?|obter|obtenha|inviat[oa]|scarica|ottieni',
      'verstuurd|verzonden|gestuurd|downloaden|skickat|skickades|hämta|sendt|hent|få|lähetetty|hanki|lataa|wysłan[eoay]|pobierz|odesl[aá]no|získat|stáhněte|odoslan[éáo]|získajte|küldve|küldtem|küldött|beszerzése|letöltése',
      'trimis|obțineți|poslano|poslato|poslana|preuzmi|prenesi|nabavite|изпратено|изтегляне|отправлено|скачать|надіслано|відправлено|отримати|завантажити|послато|gönderildi|gönderilmiştir|edinin|indirin|στάλθηκε|εστάλη|αποστολή|λήψη|αποκτήστε',
      'נשלח|קבל את|הורד|أرسلت|أُرسلت|تم الإرسال|مرسل|مرسلة|من جهاز|احصل|تنزيل|ارسال|فرستاده|भेजा|প্রেরিত|gửi từ|được gửi|tải|dikirim|terkirim|dapatkan|dihantar|unduh|ipinadala',
      'išsiųsta|nosūtīts|saadetud|bidalia|dërguar|geskik|gestuur|imetumwa|გაგზავნილია|жіберілді|илгээв',
    ].join('|') +
    ')(?!\\p{L})|送信|を入手|보냄|보낸|전송|발송|다운로드|发自|发送自|發自|寄自|傳送|传送|来自|下载|下載|获取|取得|ส่งจาก|ดาวน์โหลด|รับ outlook',
  'u',
)

/** A whole English footer: the verb, then only words that footers are made of. */
const ENGLISH_FOOTER =
  /^(?:sent|get|download)(?:[\s,.'’|&:;()/-]|\b(?:from|with|via|using|by|my|a|an|the|for|on|in|new|free|app|apps|mobile|secure|email|e-mail|mail|mails|client|device|wireless|phone|smartphone|tablet|handheld|cell|iphone|ipad|ipod|touch|ios|android|samsung|galaxy|note|ultra|huawei|xiaomi|redmi|oneplus|oppo|pixel|google|motorola|moto|nokia|sony|xperia|lg|htc|blackberry|windows|microsoft|outlook|yahoo|gmail|gmx|aol|proton|protonmail|spark|k-9|thunderbird|zoho|fastmail|hey|superhuman|mailspring|airmail|bluemail|edison|canary|mimestream|mac|macbook|apple|watch|verizon|at|t|t-mobile|sprint|vodafone|network|lte|4g|5g|3g|4glte|droid|tuta|tutanota|enjoy|secure|ad-free|emails|please|excuse|typos|any|brevity|and|s|pro|plus|max|mini|[a-z]?\d+[a-z]*)\b)+$/

const GATEWAY =
  /confidential|intended recipient|disclaimer|virus|privileged|avast|vertraulich|confidenti[eè]l|confidencial|riservat|vertrouwelijk|unsubscribe|mailing list|this (?:e-?mail|message) (?:and|was|has|is|may|originat)|caution: /
