/**
 * How programs print a mail that is forwarded: Grace Kim's to Ann of 3 November 2026, 10:00, as they show it to Ann in
 * New York. `{to}` and the like stand for the same in all.
 */
export type ForwardClient = {
  name: string
  subject: string
  /** Without the note, which comes first. */
  block: string
  /** Quoted, as Apple Mail does. */
  isQuoted?: true
  /** The program prints no address, no Cc, no date or no hour. */
  without?: ('address' | 'cc' | 'date' | 'hour')[]
}

const cc = 'Tom Lee <tom@halden.com>'
const from = 'Grace Kim <grace@acme.com>'
const to = 'Ann Lee <ann@gmail.com>'
const subject = 'Re: Coffee next week?'

const gmail = (
  name: string,
  date: string,
  prefix = 'Fwd',
  words = ['From', 'Date', 'Subject', 'To', 'Cc'],
) => ({
  name: `Gmail, ${name}`,
  subject: `${prefix}: ${subject}`,
  block: [
    '---------- Forwarded message ---------',
    `${words[0]}: ${from}`,
    `${words[1]}: ${date}`,
    `${words[2]}: ${subject}`,
    `${words[3]}: ${to}`,
    `${words[4]}: ${cc}`,
    '',
    '',
  ].join('\n'),
})

const outlook = (
  name: string,
  prefix: string,
  words: string[],
  date: string,
  rule = '________________________________',
) => ({
  name: `Outlook, ${name}`,
  subject: `${prefix}: ${subject}`,
  block: [
    rule,
    `${words[0]}: ${from}`,
    `${words[1]}: ${date}`,
    `${words[2]}: ${to}`,
    `${words[3]}: ${cc}`,
    `${words[4]}: ${subject}`,
    '',
  ].join('\n'),
})

const apple = (name: string, opening: string, words: string[], date: string, prefix = 'Fwd') => ({
  name: `Apple Mail, ${name}`,
  subject: `${prefix}: ${subject}`,
  isQuoted: true as const,
  block: [
    opening,
    '',
    `${words[0]}: ${from}`,
    `${words[1]}: ${subject}`,
    `${words[2]}: ${date}`,
    `${words[3]}: ${to}`,
    `${words[4]}: ${cc}`,
    '',
  ].join('\n'),
})

const thunderbird = (name: string, separator: string, words: string[], date: string) => ({
  name: `Thunderbird, ${name}`,
  subject: `Fwd: ${subject}`,
  block: [
    separator,
    `${words[0]}: \t${subject}`,
    `${words[1]}: \t${date}`,
    `${words[2]}: \t${from}`,
    `${words[3]}: \t${to}`,
    `${words[4]}: \t${cc}`,
    '',
    '',
  ].join('\n'),
})

const EN = ['From', 'Sent', 'To', 'Cc', 'Subject']

export const developed: ForwardClient[] = [
  gmail('English', 'Tue, Nov 3, 2026 at 10:00 AM'),
  gmail('German', 'Di., 3. Nov. 2026 um 10:00 Uhr', 'Fwd', ['Von', 'Date', 'Subject', 'To', 'Cc']),
  gmail('French', 'mar. 3 nov. 2026 à 10:00', 'Fwd', ['De', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Spanish', 'mar, 3 nov 2026 a las 10:00', 'Fwd', ['De', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Dutch', 'di 3 nov 2026 om 10:00', 'Fwd', ['Van', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Japanese', '2026年11月3日(火) 10:00', 'Fwd', ['From', 'Date', 'Subject', 'To', 'Cc']),
  gmail('British', 'Tue, 3 Nov 2026 at 10:00'),
  outlook('web', 'Fw', EN, 'Tuesday, November 3, 2026 10:00 AM'),
  outlook('desktop', 'FW', EN, 'Tuesday, November 3, 2026 10:00 AM', '-----Original Message-----'),
  outlook('desktop, without a rule', 'FW', EN, 'Tuesday, 3 November 2026 10:00', ''),
  outlook('German', 'WG', ['Von', 'Gesendet', 'An', 'Cc', 'Betreff'], 'Dienstag, 3. November 2026 10:00', ''),
  outlook('French', 'TR', ['De', 'Envoyé', 'À', 'Cc', 'Objet'], 'mardi 3 novembre 2026 10:00', ''),
  outlook('French, old', 'TR', ['De ', 'Envoyé ', 'À ', 'Cc ', 'Objet '], 'mardi 3 novembre 2026 10:00', ''),
  outlook('Spanish', 'RV', ['De', 'Enviado', 'Para', 'CC', 'Asunto'], 'martes, 3 de noviembre de 2026 10:00'),
  outlook('Italian', 'I', ['Da', 'Inviato', 'A', 'Cc', 'Oggetto'], 'martedì 3 novembre 2026 10:00'),
  outlook('Dutch', 'FW', ['Van', 'Verzonden', 'Aan', 'CC', 'Onderwerp'], 'dinsdag 3 november 2026 10:00'),
  outlook(
    'Portuguese',
    'ENC',
    ['De', 'Enviado', 'Para', 'Cc', 'Assunto'],
    'terça-feira, 3 de novembro de 2026 10:00',
  ),
  outlook('Swedish', 'VB', ['Från', 'Skickat', 'Till', 'Kopia', 'Ämne'], 'den 3 november 2026 10:00'),
  outlook('Danish', 'VS', ['Fra', 'Sendt', 'Til', 'Cc', 'Emne'], '3. november 2026 10:00'),
  outlook('Polish', 'PD', ['Od', 'Wysłane', 'Do', 'DW', 'Temat'], 'wtorek, 3 listopada 2026 10:00'),
  outlook('Czech', 'FW', ['Od', 'Odesláno', 'Komu', 'Kopie', 'Předmět'], 'úterý 3. listopadu 2026 10:00'),
  apple(
    'English',
    'Begin forwarded message:',
    ['From', 'Subject', 'Date', 'To', 'Cc'],
    'November 3, 2026 at 10:00:00 AM EST',
  ),
  apple(
    'German',
    'Anfang der weitergeleiteten Nachricht:',
    ['Von', 'Betreff', 'Datum', 'An', 'Kopie'],
    '3. November 2026 um 16:00:00 MEZ',
  ),
  apple(
    'French',
    'Début du message réexpédié :',
    ['De', 'Objet', 'Date', 'À', 'Cc'],
    '3 novembre 2026 à 16:00:00 UTC+1',
  ),
  apple(
    'Spanish',
    'Inicio del mensaje reenviado:',
    ['De', 'Asunto', 'Fecha', 'Para', 'CC'],
    '3 de noviembre de 2026, 10:00:00 GMT-5',
  ),
  thunderbird(
    'English',
    '-------- Forwarded Message --------',
    ['Subject', 'Date', 'From', 'To', 'CC'],
    'Tue, 3 Nov 2026 10:00:00 -0500',
  ),
  thunderbird(
    'German',
    '-------- Weitergeleitete Nachricht --------',
    ['Betreff', 'Datum', 'Von', 'An', 'Kopie (CC)'],
    'Tue, 3 Nov 2026 16:00:00 +0100',
  ),
  thunderbird(
    'French',
    '-------- Message transféré --------',
    ['Sujet ', 'Date ', 'De ', 'Pour ', 'Copie à '],
    'Tue, 3 Nov 2026 15:00:00 +0000',
  ),
  {
    name: 'Yahoo',
    subject: `Fw: ${subject}`,
    block: `  ----- Forwarded Message -----\nFrom: ${from}\nTo: ${to}\nCc: ${cc}\nSent: Tuesday, November 3, 2026 at 10:00:00 AM EST\nSubject: ${subject}\n\n`,
  },
  {
    name: 'Yahoo, one line',
    subject: `Fw: ${subject}`,
    block: `   ----- Forwarded Message ----- From: Grace Kim <grace@acme.com>To: Ann Lee <ann@gmail.com>Cc: ${cc}Sent: Tuesday, November 3, 2026, 10:00:00 AM ESTSubject: ${subject}\n`,
  },
  {
    name: 'Samsung',
    subject: `Fwd: ${subject}`,
    block: `-------- Original message --------\nFrom: ${from}\nDate: 11/3/26 10:00 AM (GMT-05:00)\nTo: ${to}\nCc: ${cc}\nSubject: ${subject}\n\n`,
    without: ['date'],
  },
  {
    name: 'GMX',
    subject: `Fw: ${subject}`,
    block: `Gesendet: Dienstag, 3. November 2026 um 10:00 Uhr\nVon: "Grace Kim" <grace@acme.com>\nAn: "Ann Lee" <ann@gmail.com>\nCC: "Tom Lee" <tom@halden.com>\nBetreff: ${subject}\n\n`,
  },
  {
    name: 'Proton',
    subject: `Fw: ${subject}`,
    block: `------- Forwarded Message -------\nFrom: ${from}\nDate: On Tuesday, November 3rd, 2026 at 10:00 AM\nSubject: ${subject}\nTo: ${to}\nCC: ${cc}\n\n`,
  },
  {
    name: 'Outlook for Mac, 2019',
    subject: `FW: ${subject}`,
    block: `On 3 Nov 2026, 10:00, "Grace Kim" <grace@acme.com> wrote:\n\n`,
    without: ['cc'],
  },
  {
    name: 'Outlook, colleagues by name',
    subject: `FW: ${subject}`,
    block: `From: Kim, Grace\nSent: Tuesday, November 3, 2026 10:00 AM\nTo: ${to}\nCc: ${cc}\nSubject: ${subject}\n\n`,
    without: ['address'],
  },
  {
    name: 'Outlook, links in the text',
    subject: `Fw: ${subject}`,
    block: `________________________________\nFrom: Grace Kim <grace@acme.com<mailto:grace@acme.com>>\nSent: Tuesday, November 3, 2026 10:00 AM\nTo: Ann Lee <ann@gmail.com<mailto:ann@gmail.com>>\nCc: Tom Lee <tom@halden.com<mailto:tom@halden.com>>\nSubject: ${subject}\n\n`,
  },
  {
    name: 'Outlook 2010',
    subject: `FW: ${subject}`,
    block: `From: Grace Kim [mailto:grace@acme.com]\nSent: Tuesday, November 03, 2026 10:00 AM\nTo: Ann Lee\nCc: Tom Lee [mailto:tom@halden.com]\nSubject: ${subject}\n\n`,
  },
]

/** Written before the code had seen any, not looked at while it was written. */
export const heldBack: ForwardClient[] = [
  gmail('Italian', 'mar 3 nov 2026 alle ore 10:00', 'Fwd', ['Da', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Portuguese', 'ter., 3 de nov. de 2026 às 10:00', 'Fwd', ['De', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Swedish', 'tis 3 nov. 2026 kl 10:00', 'Fwd', ['Från', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Danish', 'tirs. 3. nov. 2026 kl. 10.00', 'Fwd', ['Fra', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Norwegian', 'tir. 3. nov. 2026 kl. 10:00', 'Fwd', ['Fra', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Polish', 'wt., 3 lis 2026 o 10:00', 'Fwd', ['Od', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Finnish', 'ti 3. marrask. 2026 klo 10.00', 'Fwd', ['Lähettäjä', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Russian', 'вт, 3 нояб. 2026 г. в 10:00', 'Fwd', ['От', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Turkish', '3 Kas 2026 Sal, 10:00', 'Fwd', ['Gönderen', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Hungarian', '2026. nov. 3., K, 10:00', 'Fwd', ['Feladó', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Korean', '2026년 11월 3일 (화) 오전 10:00', 'Fwd', ['보낸사람', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Chinese', '2026年11月3日周二 10:00', 'Fwd', ['发件人', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Ukrainian', 'вт, 3 лист. 2026 р. о 10:00', 'Fwd', ['Від', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Romanian', 'mar., 3 nov. 2026 la 10:00', 'Fwd', ['De la', 'Date', 'Subject', 'To', 'Cc']),
  gmail('Greek', 'Τρί 3 Νοε 2026 στις 10:00 π.μ.', 'Fwd', ['Από', 'Date', 'Subject', 'To', 'Cc']),
  outlook('Norwegian', 'VS', ['Fra', 'Sendt', 'Til', 'Kopi', 'Emne'], 'tirsdag 3. november 2026 10:00'),
  outlook(
    'Finnish',
    'VL',
    ['Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Kopio', 'Aihe'],
    'tiistai 3. marraskuuta 2026 10.00',
  ),
  outlook(
    'Hungarian',
    'FW',
    ['Feladó', 'Elküldve', 'Címzett', 'Másolatot kap', 'Tárgy'],
    '2026. november 3., kedd 10:00',
  ),
  outlook('Russian', 'FW', ['От', 'Отправлено', 'Кому', 'Копия', 'Тема'], '3 ноября 2026 г. 10:00', ''),
  outlook('Turkish', 'İLT', ['Kimden', 'Gönderildi', 'Kime', 'Bilgi', 'Konu'], '3 Kasım 2026 Salı 10:00'),
  outlook('Japanese', 'FW', ['差出人', '送信日時', '宛先', 'CC', '件名'], '2026年11月3日 10:00'),
  outlook(
    'Korean',
    'FW',
    ['보낸 사람', '보낸 날짜', '받는 사람', '참조', '제목'],
    '2026년 11월 3일 화요일 오전 10:00',
  ),
  outlook(
    'Chinese',
    '转发',
    ['发件人', '发送时间', '收件人', '抄送', '主题'],
    '2026年11月3日 10:00',
    '-----邮件原件-----',
  ),
  outlook(
    'Brazilian',
    'ENC',
    ['De', 'Enviada em', 'Para', 'Cc', 'Assunto'],
    'terça-feira, 3 de novembro de 2026 10:00',
    '-----Mensagem original-----',
  ),
  outlook(
    'Catalan',
    'RV',
    ['De', 'Enviat', 'Per a', 'Cc', 'Assumpte'],
    'dimarts, 3 de novembre de 2026 10:00',
  ),
  outlook('Greek', 'ΠΡΘ', ['Από', 'Στάλθηκε', 'Προς', 'Κοιν', 'Θέμα'], 'Τρίτη, 3 Νοεμβρίου 2026 10:00 πμ'),
  {
    name: 'Outlook, bold in the text',
    subject: `FW: ${subject}`,
    block: `*From:* Grace Kim <grace@acme.com>\n*Sent:* Tuesday, November 3, 2026 10:00 AM\n*To:* ${to}\n*Cc:* ${cc}\n*Subject:* ${subject}\n\n`,
  },
  apple(
    'Italian',
    'Inizio messaggio inoltrato:',
    ['Da', 'Oggetto', 'Data', 'A', 'Cc'],
    '3 novembre 2026 alle ore 10:00:00 GMT-5',
  ),
  apple(
    'Dutch',
    'Begin doorgestuurd bericht:',
    ['Van', 'Onderwerp', 'Datum', 'Aan', 'Kopie'],
    '3 november 2026 om 16:00:00 CET',
  ),
  apple(
    'Portuguese',
    'Início da mensagem encaminhada:',
    ['De', 'Assunto', 'Data', 'Para', 'Cc'],
    '3 de novembro de 2026 10:00:00 GMT-5',
  ),
  apple(
    'Swedish',
    'Vidarebefordrat mejl:',
    ['Från', 'Ämne', 'Datum', 'Till', 'Kopia'],
    '3 november 2026 16:00:00 CET',
  ),
  apple(
    'Polish',
    'Początek przekazywanej wiadomości:',
    ['Od', 'Temat', 'Data', 'Do', 'DW'],
    '3 listopada 2026 o 16:00:00 CET',
  ),
  apple(
    'Danish',
    'Start på videresendt besked:',
    ['Fra', 'Emne', 'Dato', 'Til', 'Cc'],
    '3. november 2026 kl. 16.00.00 CET',
  ),
  thunderbird(
    'Italian',
    '-------- Messaggio Inoltrato --------',
    ['Oggetto', 'Data', 'Mittente', 'A', 'CC'],
    'Tue, 3 Nov 2026 10:00:00 -0500',
  ),
  thunderbird(
    'Spanish',
    '-------- Mensaje reenviado --------',
    ['Asunto', 'Fecha', 'De', 'Para', 'CC'],
    'Tue, 3 Nov 2026 10:00:00 -0500',
  ),
  thunderbird(
    'Polish',
    '-------- Treść przekazanej wiadomości --------',
    ['Temat', 'Data', 'Nadawca', 'Adresat', 'Kopia'],
    'Tue, 3 Nov 2026 10:00:00 -0500',
  ),
  thunderbird(
    'Dutch',
    '-------- Doorgestuurd bericht --------',
    ['Onderwerp', 'Datum', 'Van', 'Aan', 'CC'],
    'Tue, 3 Nov 2026 10:00:00 -0500',
  ),
  {
    name: 'Yahoo, German',
    subject: `Fw: ${subject}`,
    block: `----- Weitergeleitete Nachricht -----\nVon: ${from}\nAn: ${to}\nCC: ${cc}\nGesendet: Dienstag, 3. November 2026 um 10:00:00 EST\nBetreff: ${subject}\n\n`,
  },
  {
    name: 'Fastmail',
    subject: `Fwd: ${subject}`,
    block: `----- Original message -----\nFrom: ${from}\nTo: ${to}\nCc: ${cc}\nSubject: ${subject}\nDate: Tuesday, November 03, 2026 10:00 AM\n\n`,
  },
  {
    name: 'Zoho',
    subject: `Fwd: ${subject}`,
    block: `============ Forwarded message ============\nFrom: ${from}\nTo: "Ann Lee"<ann@gmail.com>\nCc: "Tom Lee"<tom@halden.com>\nDate: Tue, 03 Nov 2026 10:00:00 -0500\nSubject: ${subject}\n============ Forwarded message ============\n\n`,
  },
  {
    name: 'Roundcube',
    subject: `Fwd: ${subject}`,
    block: `-------- Original Message --------\nSubject: ${subject}\nDate: 2026-11-03 10:00\nFrom: ${from}\nTo: ${to}\nCc: ${cc}\n\n`,
  },
  {
    name: 'Roundcube, German',
    subject: `Fwd: ${subject}`,
    block: `-------- Originalnachricht --------\nBetreff: ${subject}\nDatum: 03.11.2026 10:00\nVon: ${from}\nAn: ${to}\nKopie: ${cc}\n\n`,
  },
  {
    name: 'Mutt',
    subject: `Fwd: ${subject}`,
    block: `----- Forwarded message from Grace Kim <grace@acme.com> -----\n\nDate: Tue, 3 Nov 2026 10:00:00 -0500\nFrom: ${from}\nTo: ${to}\nCc: ${cc}\nSubject: ${subject}\n\n`,
  },
  {
    name: 'Zimbra',
    subject: `Fwd: ${subject}`,
    block: `----- Forwarded Message -----\nFrom: "Grace Kim" <grace@acme.com>\nTo: "Ann Lee" <ann@gmail.com>\nCc: "Tom Lee" <tom@halden.com>\nSent: Tuesday, November 3, 2026 10:00:00 AM\nSubject: ${subject}\n\n`,
  },
  {
    name: 'Spark',
    subject: `Fwd: ${subject}`,
    block: `---------- Forwarded message ----------\nFrom: ${from}\nDate: Nov 3, 2026, 10:00 AM -0500\nTo: ${to}\nCc: ${cc}\nSubject: ${subject}\n\n`,
  },
  {
    name: 'HubSpot',
    subject: `Fwd: ${subject}`,
    block: `---------- Forwarded message ----------\nFrom: Grace Kim <grace@acme.com>\nDate: Tue, Nov 3, 2026, 10:00 AM\nSubject: ${subject}\nTo: <ann@gmail.com>\nCc: ${cc}\n\n`,
  },
  {
    name: 'iOS Mail, unquoted',
    subject: `Fwd: ${subject}`,
    block: `Begin forwarded message:\n\nFrom: ${from}\nDate: November 3, 2026 at 10:00:00 AM EST\nTo: ${to}\nCc: ${cc}\nSubject: ${subject}\n\n`,
  },
  {
    name: 'the user changed the subject',
    subject: 'Grace said yes!',
    block: `---------- Forwarded message ---------\nFrom: ${from}\nDate: Tue, Nov 3, 2026 at 10:00 AM\nSubject: ${subject}\nTo: ${to}\nCc: ${cc}\n\n\n`,
  },
]
