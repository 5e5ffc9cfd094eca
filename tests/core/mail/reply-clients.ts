/**
 * How mail programs quote in the text part: what they print above the quote, whether they mark its lines, and
 * which rendition of the letter they quote (`text`: the text part; `wrapped`: its paragraphs re-wrapped;
 * `rows`, `cells`: the HTML part, a line for each row or each cell). Written from knowledge of the formats.
 */
export type Client = {
  name: string
  intro: string
  mark: '>' | ''
  rendition: 'text' | 'wrapped' | 'rows' | 'cells'
  device?: string
}

const client = (
  name: string,
  mark: Client['mark'],
  rendition: Client['rendition'],
  intro: string,
  device?: string,
): Client => ({
  name,
  mark,
  rendition,
  intro,
  ...(device ? { device } : {}),
})

const FROM = 'Reachback <reach+d.k3x9@in.example.com>'

const gmail = (locale: string, intro: string, rendition: Client['rendition'] = 'cells') =>
  client(`Gmail ${locale}`, '>', rendition, intro)

/** Outlook prints its header block in its own language, and quotes without any mark. */
const outlook = (
  locale: string,
  labels: string,
  date: string,
  rule = '',
  rendition: Client['rendition'] = 'rows',
) => {
  const [from, sent, to, subject] = labels.split('|')
  const block = [
    `${from}: ${FROM}`,
    `${sent}: ${date}`,
    `${to}: Ann Example <ann@gmail.com>`,
    `${subject}: Tue 17 Nov: Tom Lee 2 pm`,
  ]
  return client(`Outlook ${locale}`, '', rendition, [...(rule ? [rule] : []), ...block].join('\n'))
}

const EN = 'From|Sent|To|Subject'
const RULE = '_'.repeat(32)

/** The most used, in the languages most used. */
export const mostUsed: Client[] = [
  gmail('en', `On Tue, Nov 17, 2026 at 7:30 AM Reachback <reach+d.k3x9@in.example.com>\nwrote:`),
  gmail('de', `Am Di., 17. Nov. 2026 um 07:30 Uhr schrieb Reachback <\nreach+d.k3x9@in.example.com>:`),
  gmail('fr', `Le mar. 17 nov. 2026 à 07:30, ${FROM} a\nécrit :`),
  gmail('ja', `2026年11月17日(火) 7:30 ${FROM}:`, 'rows'),
  outlook('desktop en', EN, 'Tuesday, November 17, 2026 7:30 AM'),
  outlook('web en', EN, 'Tuesday, November 17, 2026 7:30 AM', RULE, 'cells'),
  outlook('desktop de', 'Von|Gesendet|An|Betreff', 'Dienstag, 17. November 2026 07:30'),
  outlook('old en', EN, 'Tuesday, November 17, 2026 7:30 AM', '-----Original Message-----', 'text'),
  client(
    'Outlook phone',
    '',
    'cells',
    `Get Outlook for iOS<https://aka.ms/o0ukef>\n${RULE}\nFrom: ${FROM}\nSent: Tuesday, November 17, 2026 7:30:00 AM\nTo: Ann <ann@gmail.com>\nSubject: Tue 17 Nov`,
  ),
  client('Apple Mail en', '>', 'text', `On Nov 17, 2026, at 7:30 AM, ${FROM} wrote:`),
  client(
    'iPhone en',
    '>',
    'cells',
    `On Nov 17, 2026, at 7:30\u202fAM, ${FROM} wrote:\n>\n> \ufeff`,
    'Sent from my iPhone',
  ),
  client('Yahoo en', '', 'rows', `On Tuesday, November 17, 2026 at 07:30:00 AM EST, ${FROM} wrote:  `),
  client('Thunderbird en', '>', 'wrapped', 'On 11/17/26 07:30, Reachback wrote:'),
]

/** The same in other languages, and the others. */
export const others: Client[] = [
  gmail('es', `El mar, 17 nov 2026 a las 7:30, Reachback (<reach+d.k3x9@in.example.com>)\nescribió:`),
  gmail('pt-BR', `Em ter., 17 de nov. de 2026 às 07:30, Reachback <\nreach+d.k3x9@in.example.com> escreveu:`),
  gmail('pt-PT', `Reachback <reach+d.k3x9@in.example.com> escreveu (terça, 17/11/2026 à(s)\n07:30):`),
  gmail(
    'it',
    `Il giorno mar 17 nov 2026 alle ore 07:30 Reachback <\nreach+d.k3x9@in.example.com> ha scritto:`,
  ),
  gmail('nl', `Op di 17 nov 2026 om 07:30 schreef ${FROM}:`, 'rows'),
  gmail('sv', `Den tis 17 nov. 2026 kl 07:30 skrev Reachback <\nreach+d.k3x9@in.example.com>:`),
  gmail('da', `Den tirs. 17. nov. 2026 kl. 07.30 skrev Reachback <\nreach+d.k3x9@in.example.com>:`),
  gmail('nb', `tir. 17. nov. 2026 kl. 07:30 skrev Reachback <\nreach+d.k3x9@in.example.com>:`),
  gmail('fi', `ti 17. marrask. 2026 klo 7.30 Reachback (reach+d.k3x9@in.example.com)\nkirjoitti:`),
  gmail('pl', `wt., 17 lis 2026 o 07:30 Reachback <reach+d.k3x9@in.example.com>\nnapisał(a):`),
  gmail('cs', `út 17. 11. 2026 v 7:30 odesílatel Reachback <\nreach+d.k3x9@in.example.com> napsal:`),
  gmail('sk', `ut 17. 11. 2026 o 7:30 Reachback <reach+d.k3x9@in.example.com>\nnapísal(a):`),
  gmail('hu', `Reachback <reach+d.k3x9@in.example.com> ezt írta (időpont: 2026. nov. 17.,\nK, 7:30):`),
  gmail('ro', `În mar., 17 nov. 2026 la 07:30, ${FROM} a\nscris:`),
  gmail('hr', `uto, 17. stu 2026. u 07:30 Reachback <reach+d.k3x9@in.example.com> napisao\nje:`),
  gmail(
    'sl',
    `V V tor., 17. nov. 2026 ob 07:30 je oseba Reachback <\nreach+d.k3x9@in.example.com> napisala:`,
  ),
  gmail('bg', `На вт, 17.11.2026 г. в 7:30 Reachback <reach+d.k3x9@in.example.com>\nнаписа:`),
  gmail('ru', `вт, 17 нояб. 2026 г. в 07:30, ${FROM}:`),
  gmail('uk', `вт, 17 лист. 2026 р. о 07:30 Reachback <reach+d.k3x9@in.example.com> пише:`),
  gmail('tr', `Reachback <reach+d.k3x9@in.example.com>, 17 Kas 2026 Sal, 07:30 tarihinde\nşunu yazdı:`),
  gmail(
    'el',
    `Στις Τρί 17 Νοε 2026 στις 7:30 π.μ., ο χρήστης Reachback <\nreach+d.k3x9@in.example.com> έγραψε:`,
  ),
  gmail(
    'he',
    `\u202bבתאריך יום ג׳, 17 בנוב׳ 2026 ב-7:30 מאת \u202aReachback\u202c\u200f <\u202areach+d.k3x9@in.example.com\u202c\u200f>:\u202c`,
  ),
  gmail(
    'ar',
    `في الثلاثاء، ١٧ نوفمبر ٢٠٢٦ ٧:٣٠ ص Reachback <\u202areach+d.k3x9@in.example.com\u202c\u200f>\nكتب:`,
  ),
  gmail(
    'fa',
    `در تاریخ سه‌شنبه ۱۷ نوامبر ۲۰۲۶، ۷:۳۰ \u202aReachback\u202c\u200f <\u202areach+d.k3x9@in.example.com\u202c\u200f> نوشت:`,
  ),
  gmail('hi', `मंगल, 17 नव॰ 2026 को 7:30 am बजे को Reachback <\nreach+d.k3x9@in.example.com> ने लिखा:`),
  gmail('th', `ในวันที่ อ. 17 พ.ย. 2026 เวลา 07:30 ${FROM}\nเขียนว่า:`),
  gmail('vi', `Vào Th 3, 17 thg 11, 2026 vào lúc 07:30 Reachback <\nreach+d.k3x9@in.example.com> đã viết:`),
  gmail('id', `Pada tanggal Sel, 17 Nov 2026 pukul 07.30 Reachback <\nreach+d.k3x9@in.example.com> menulis:`),
  gmail('ko', `2026년 11월 17일 (화) 오전 7:30, Reachback <reach+d.k3x9@in.example.com>님이 작성:`),
  gmail('zh-CN', `Reachback <reach+d.k3x9@in.example.com> 于2026年11月17日周二 07:30写道：`),
  gmail('zh-TW', `Reachback <reach+d.k3x9@in.example.com> 於 2026年11月17日週二 上午7:30寫道：`),
  gmail('lt', `2026-11-17, an, 07:30 Reachback <reach+d.k3x9@in.example.com> rašė:`),
  gmail(
    'lv',
    `otrd., 2026. g. 17. nov., plkst. 07:30 — lietotājs Reachback (<\nreach+d.k3x9@in.example.com>) rakstīja:`,
  ),
  gmail('et', `Kuupäev T, 17. november 2026 kell 07:30 kirjutas Reachback <\nreach+d.k3x9@in.example.com>:`),
  gmail(
    'ca',
    `Missatge de Reachback <reach+d.k3x9@in.example.com> del dia dt., 17 de nov.\n2026 a les 7:30:`,
  ),
  gmail('sr', `уто, 17. нов 2026. у 07:30 Reachback <reach+d.k3x9@in.example.com> је написао/ла:`),
  outlook('web fr', 'De|Envoyé|À|Objet', 'mardi 17 novembre 2026 07:30', RULE),
  outlook('desktop es', 'De|Enviado el|Para|Asunto', 'martes, 17 de noviembre de 2026 7:30'),
  outlook('web pt', 'De|Enviado|Para|Assunto', 'terça-feira, 17 de novembro de 2026 07:30', RULE, 'cells'),
  outlook('desktop it', 'Da|Inviato|A|Oggetto', 'martedì 17 novembre 2026 07:30'),
  outlook('desktop nl', 'Van|Verzonden|Aan|Onderwerp', 'dinsdag 17 november 2026 07:30'),
  outlook('web sv', 'Från|Skickat|Till|Ämne', 'den 17 november 2026 07:30', RULE),
  outlook('desktop da', 'Fra|Sendt|Til|Emne', '17. november 2026 07:30'),
  outlook(
    'desktop fi',
    'Lähettäjä|Lähetetty|Vastaanottaja|Aihe',
    'tiistai 17. marraskuuta 2026 7.30',
    '',
    'cells',
  ),
  outlook(
    'desktop pl',
    'Od|Wysłano|Do|Temat',
    'wtorek, 17 listopada 2026 07:30',
    '-----Original Message-----',
  ),
  outlook('desktop cs', 'Od|Odesláno|Komu|Předmět', 'úterý 17. listopadu 2026 7:30'),
  outlook('desktop sk', 'Od|Odoslané|Komu|Predmet', 'utorok 17. novembra 2026 7:30'),
  outlook('web hu', 'Feladó|Elküldve|Címzett|Tárgy', '2026. november 17., kedd 7:30', RULE),
  outlook('desktop ro', 'De la|Trimis|Către|Subiect', 'marți, 17 noiembrie 2026 07:30'),
  outlook('desktop hr', 'Šalje|Poslano|Prima|Predmet', '17. studenog 2026. 7:30'),
  outlook('desktop bg', 'От|Изпратено|До|Относно', 'вторник, 17 ноември 2026 г. 7:30'),
  outlook('desktop ru', 'От|Отправлено|Кому|Тема', '17 ноября 2026 г. 7:30', '', 'text'),
  outlook('web uk', 'Від|Надіслано|Кому|Тема', '17 листопада 2026 р. 7:30', RULE),
  outlook('desktop tr', 'Kimden|Gönderildi|Kime|Konu', '17 Kasım 2026 Salı 07:30', '', 'wrapped'),
  outlook('desktop el', 'Από|Στάλθηκε|Προς|Θέμα', 'Τρίτη, 17 Νοεμβρίου 2026 7:30 πμ'),
  outlook('web he', 'מאת|נשלח|אל|נושא', 'יום שלישי 17 נובמבר 2026 07:30', RULE),
  outlook('desktop ar', 'من|تم الإرسال|إلى|الموضوع', '17/نوفمبر/2026 07:30 ص'),
  outlook('desktop ja', '差出人|送信日時|宛先|件名', '2026年11月17日 7:30', '', 'cells'),
  outlook('desktop ko', '보낸 사람|보낸 날짜|받는 사람|제목', '2026년 11월 17일 화요일 오전 7:30'),
  outlook('web zh-CN', '发件人|发送时间|收件人|主题', '2026年11月17日 7:30', RULE),
  outlook('desktop zh-TW', '寄件者|傳送時間|收件者|主旨', '2026年11月17日 上午 07:30'),
  outlook('desktop th', 'จาก|ส่ง|ถึง|เรื่อง', '17 พฤศจิกายน 2569 7:30'),
  outlook('desktop vi', 'Từ|Đã gửi|Đến|Chủ đề', '17 Tháng Mười Một 2026 7:30 SA'),
  client('Apple Mail de', '>', 'cells', `Am 17.11.2026 um 07:30 schrieb ${FROM}:`),
  client(
    'iPhone fr',
    '>',
    'cells',
    `Le 17 nov. 2026 à 07:30, ${FROM} a écrit :\n> \n> \ufeff`,
    'Envoyé de mon iPhone',
  ),
  client(
    'iPhone de',
    '>',
    'rows',
    `Am 17.11.2026 um 07:30 schrieb ${FROM}:\n> \n> \ufeff`,
    'Von meinem iPhone gesendet',
  ),
  client(
    'iPhone es',
    '>',
    'cells',
    `El 17 nov 2026, a las 7:30, ${FROM} escribió:\n> \n> \ufeff`,
    'Enviado desde mi iPhone',
  ),
  client(
    'iPhone ja',
    '>',
    'cells',
    `2026/11/17 7:30、Reachback <reach+d.k3x9@in.example.com>のメール:\n> \n> \ufeff`,
    'iPhoneから送信',
  ),
  client(
    'iPhone zh',
    '>',
    'cells',
    `在 2026年11月17日，07:30，Reachback <reach+d.k3x9@in.example.com> 写道：\n> \n> \ufeff`,
    '发自我的 iPhone',
  ),
  client(
    'iPhone nl',
    '>',
    'cells',
    `Op 17 nov 2026 om 07:30 heeft ${FROM} het volgende geschreven:\n> \n> \ufeff`,
    'Verstuurd vanaf mijn iPhone',
  ),
  client(
    'Yahoo de',
    '',
    'rows',
    `Am Dienstag, 17. November 2026 um 07:30:00 MEZ hat ${FROM} Folgendes geschrieben:  `,
  ),
  client(
    'Yahoo Android',
    '>',
    'rows',
    `On Tue, Nov 17, 2026 at 7:30 AM, Reachback\n<reach+d.k3x9@in.example.com> wrote:`,
    'Yahoo Mail: Search, Organize, Conquer',
  ),
  client(
    'AOL',
    '',
    'text',
    `-----Original Message-----\nFrom: ${FROM}\nTo: ann@aol.com\nSent: Tue, Nov 17, 2026 7:30 am\nSubject: Tue 17 Nov: Tom Lee 2 pm`,
  ),
  client('Thunderbird de', '>', 'text', 'Am 17.11.26 um 07:30 schrieb Reachback:'),
  client('Thunderbird pl', '>', 'wrapped', 'W dniu 17.11.2026 o 07:30, Reachback pisze:'),
  client(
    'Proton',
    '>',
    'cells',
    `On Tuesday, November 17th, 2026 at 7:30 AM, ${FROM} wrote:\n`,
    'Sent with Proton Mail secure email.',
  ),
  client(
    'Proton old',
    '>',
    'text',
    `‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Tuesday, November 17th, 2026 at 7:30 AM, ${FROM} wrote:\n`,
  ),
  client(
    'Samsung',
    '',
    'rows',
    `-------- Original message --------From: ${FROM} Date: 11/17/26  7:30 AM  (GMT-05:00) To: ann@gmail.com Subject: Tue 17 Nov: Tom Lee 2 pm `,
    'Sent from my Galaxy',
  ),
  client(
    'Samsung lines',
    '',
    'cells',
    `-------- Original message --------\nFrom: ${FROM}\nDate: 11/17/26 7:30 AM (GMT-05:00)\nTo: ann@gmail.com\nSubject: Tue 17 Nov`,
    'Sent from my Verizon, Samsung Galaxy smartphone',
  ),
  client(
    'Samsung de',
    '',
    'rows',
    `-------- Ursprüngliche Nachricht --------\nVon: ${FROM}\nDatum: 17.11.26 07:30 (GMT+01:00)\nAn: ann@gmx.de\nBetreff: Tue 17 Nov`,
    'Von meinem Samsung Galaxy Smartphone gesendet.',
  ),
  client(
    'GMX',
    '',
    'rows',
    `Gesendet: Dienstag, 17. November 2026 um 07:30 Uhr\nVon: "Reachback" <reach+d.k3x9@in.example.com>\nAn: ann@gmx.de\nBetreff: Tue 17 Nov: Tom Lee 2 pm`,
  ),
  client(
    'GMX app',
    '>',
    'text',
    `Am 17.11.26, 07:30 schrieb Reachback <reach+d.k3x9@in.example.com>:`,
    'Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.',
  ),
  client('Spark', '>', 'cells', `On Nov 17, 2026 at 7:30 AM -0500, ${FROM}, wrote:`),
  client('Hey', '>', 'text', `On November 17, 2026, ${FROM} wrote:`),
  client(
    'K-9',
    '>',
    'text',
    `On November 17, 2026 7:30:00 AM EST, ${FROM} wrote:`,
    'Sent from my Android device with K-9 Mail. Please excuse my brevity.',
  ),
  client(
    'QQ',
    '',
    'rows',
    `------------------ 原始邮件 ------------------\n发件人: "Reachback"<reach+d.k3x9@in.example.com>;\n发送时间: 2026年11月17日(星期二) 晚上7:30\n收件人: "ann"<ann@qq.com>;\n主题: Tue 17 Nov`,
  ),
  client(
    'QQ English',
    '',
    'cells',
    `------------------ Original ------------------\nFrom:  "Reachback"<reach+d.k3x9@in.example.com>;\nDate:  Tue, Nov 17, 2026 07:30 PM\nTo:  "ann"<ann@qq.com>;\nSubject:  Tue 17 Nov`,
  ),
  client('Mail.ru', '>', 'text', `Вторник, 17 ноября 2026, 7:30 +03:00 от ${FROM}:\n `),
  client('Yandex', '', 'rows', `17.11.2026, 07:30, "Reachback" <reach+d.k3x9@in.example.com>:`),
  client('Yandex marked', '>', 'text', `17.11.2026, 07:30, "Reachback" <reach+d.k3x9@in.example.com>:`),
  client('Zoho', '', 'rows', `---- On Tue, 17 Nov 2026 07:30:00 -0500 ${FROM} wrote ----`),
  client('Zoho marked', '>', 'text', `---- On Tue, 17 Nov 2026 07:30:00 -0500 ${FROM} wrote ---`),
  client('Fastmail', '>', 'text', 'On Tue, Nov 17, 2026, at 7:30 AM, Reachback wrote:'),
  client(
    'Notes',
    '',
    'text',
    `From:        Reachback <reach+d.k3x9@in.example.com>\nTo:        ann@example.com\nDate:        17.11.2026 07:30\nSubject:        Tue 17 Nov: Tom Lee 2 pm\n${RULE}`,
  ),
  client(
    'Notes web',
    '',
    'rows',
    `-----Reachback <reach+d.k3x9@in.example.com> wrote: -----\nTo: ann@example.com\nFrom: ${FROM}\nDate: 11/17/2026 07:30AM\nSubject: Tue 17 Nov`,
  ),
  client(
    'Naver',
    '',
    'rows',
    `-----Original Message-----\nFrom: "Reachback"<reach+d.k3x9@in.example.com>\nTo: <ann@naver.com>\nCc:\nSent: 2026-11-17 (화) 07:30:00 (GMT+09:00)\nSubject: Tue 17 Nov`,
  ),
  client('mutt', '>', 'text', 'On Tue, Nov 17, 2026 at 07:30:00AM -0500, Reachback wrote:'),
  client('Evolution', '>', 'wrapped', 'On Tue, 2026-11-17 at 07:30 -0500, Reachback wrote:'),
  client('Claws', '>', 'text', `On Tue, 17 Nov 2026 07:30:00 -0500\n${FROM} wrote:`),
  client('KMail', '>', 'text', 'On Tuesday, 17 November 2026 07:30:00 CET Reachback wrote:'),
  client('Gnus', '>', 'text', `${FROM} writes:`),
  client('Roundcube', '>', 'wrapped', 'On 2026-11-17 07:30, Reachback wrote:'),
  client('Horde', '>', 'text', `Zitat von ${FROM}:`),
  client(
    'eM Client',
    '',
    'rows',
    `------ Original Message ------\nFrom "Reachback" <reach+d.k3x9@in.example.com>\nTo ann@example.com\nDate 11/17/2026 7:30:00 AM\nSubject Tue 17 Nov`,
  ),
  client(
    'Zimbra',
    '',
    'text',
    `----- Original Message -----\nFrom: "Reachback" <reach+d.k3x9@in.example.com>\nTo: "Ann" <ann@example.edu>\nSent: Tuesday, November 17, 2026 7:30:00 AM\nSubject: Tue 17 Nov`,
  ),
  client('Mailspring', '>', 'cells', `On Nov 17 2026, at 7:30 am, ${FROM} wrote:`),
  client(
    'Superhuman',
    '>',
    'cells',
    `On Tue, Nov 17 2026 at 7:30 AM, Reachback < reach+d.k3x9@in.example.com > wrote:`,
    'Sent via Superhuman',
  ),
  client(
    'Windows Mail',
    '',
    'rows',
    `From: Reachback\nSent: Tuesday, November 17, 2026 7:30 AM\nTo: ann@outlook.com\nSubject: Tue 17 Nov`,
    'Sent from Mail for Windows',
  ),
  client(
    'Tutanota',
    '>',
    'rows',
    `Nov 17, 2026, 07:30 by reach+d.k3x9@in.example.com:\n`,
    'Sent with Tutanota, enjoy secure & ad-free emails.',
  ),
  client('unknown language', '>', 'rows', `Zorp 17 blim 2026 fo 07:30, ${FROM} glorbu:`),
  client(
    'unknown block',
    '',
    'rows',
    `Zor: ${FROM}\nBlim: 17 zint 2026 07:30\nKo: Ann <ann@gmail.com>\nTopu: Tue 17 Nov`,
  ),
  client('no quote', '>', 'text', ''),
]
