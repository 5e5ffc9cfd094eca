import type { Client } from './reply-clients.ts'

const FROM = 'Reachback <reach+d.k3x9@in.example.com>'
const RULE = '_'.repeat(32)

const marked = (
  name: string,
  intro: string,
  device?: string,
  rendition: Client['rendition'] = 'cells',
): Client => ({
  name,
  intro,
  mark: '>',
  rendition,
  ...(device ? { device } : {}),
})

const unmarked = (
  name: string,
  intro: string,
  device?: string,
  rendition: Client['rendition'] = 'rows',
): Client => ({
  ...marked(name, intro, device, rendition),
  mark: '',
})

const block = (labels: string, date: string) => {
  const [from, sent, to, subject] = labels.split('|')
  return `${from}: ${FROM}\n${sent}: ${date}\n${to}: ann@example.com <ann@example.com>\n${subject}: Tue 17 Nov: Tom Lee 2 pm, thank Dev, 4 follow-ups`
}

/** Less common programs, and what common ones print in less common languages. */
export const lessCommon: Client[] = [
  unmarked('Outlook nb', block('Fra|Sendt|Til|Emne', 'tirsdag 17. november 2026 07:30')),
  unmarked('Outlook lt', block('Nuo|Išsiųsta|Kam|Tema', '2026 m. lapkričio 17 d., antradienis 07:30')),
  unmarked('Outlook lv', block('No|Nosūtīts|Kam|Temats', 'otrdiena, 2026. gada 17. novembris 07:30')),
  unmarked(
    'Outlook et',
    block('Saatja|Saadetud|Adressaat|Teema', 'teisipäev, 17. november 2026 07:30'),
    undefined,
    'cells',
  ),
  unmarked(
    'Outlook ca',
    `${RULE}\n${block('De|Enviat|Per a|Assumpte', 'dimarts, 17 de novembre de 2026 7:30')}`,
  ),
  unmarked('Outlook sl', block('Od|Poslano|Za|Zadeva', 'torek, 17. november 2026 07:30')),
  unmarked('Outlook sr', block('From|Sent|To|Subject', 'utorak, 17. novembar 2026. 07:30')),
  unmarked('Outlook id', block('Dari|Dikirim|Kepada|Subjek', '17 November 2026 7:30')),
  unmarked('Outlook hi', block('प्रेषक|भेजा गया|प्रति|विषय', '17 नवंबर 2026 07:30')),
  unmarked('Outlook fa', block('از|ارسال شده|به|موضوع', '۱۷ نوامبر ۲۰۲۶ ۰۷:۳۰')),
  unmarked('Outlook pt-PT', block('De|Enviada|Para|Assunto', '17 de novembro de 2026 07:30')),
  unmarked(
    'Outlook for Mac',
    `From: ${FROM}\nDate: Tuesday, November 17, 2026 at 7:30 AM\nTo: Ann <ann@example.com>\nSubject: Tue 17 Nov`,
  ),
  unmarked(
    'Outlook for Mac, starred',
    `*From: *${FROM}\n*Date: *Tuesday, November 17, 2026 at 7:30 AM\n*To: *Ann <ann@example.com>\n*Subject: *Tue 17 Nov`,
  ),
  unmarked(
    'Outlook, French message',
    `-----Message d'origine-----\nDe : ${FROM}\nEnvoyé : mardi 17 novembre 2026 07:30\nÀ : Ann\nObjet : Tue 17 Nov`,
    undefined,
    'text',
  ),
  unmarked(
    'Outlook, spaced French',
    `De : ${FROM}\nEnvoyé : mardi 17 novembre 2026 07:30\nÀ : Ann <ann@example.com>\nObjet : Tue 17 Nov`,
  ),
  unmarked(
    'Outlook phone de',
    `${RULE}\n${block('Von|Gesendet|An|Betreff', 'Dienstag, November 17, 2026 7:30:00 AM')}`,
    'Outlook für iOS<https://aka.ms/o0ukef> beziehen',
  ),
  unmarked(
    'Outlook phone fr',
    `${RULE}\n${block('De|Envoyé|À|Objet', 'mardi, novembre 17, 2026 7:30:00 AM')}`,
    'Télécharger Outlook pour Android<https://aka.ms/AAb9ysg>',
  ),
  unmarked(
    'Outlook phone en 2',
    `${RULE}\n${block('From|Sent|To|Subject', 'Tuesday, November 17, 2026 7:30:00 AM')}`,
    'Sent from Outlook for Android<https://aka.ms/AAb9ysg>',
  ),
  unmarked('Yahoo fr', `Le mardi 17 novembre 2026 à 07:30:00 UTC+1, ${FROM} a écrit :  `),
  unmarked('Yahoo es', `El martes, 17 de noviembre de 2026, 07:30:00 CET, ${FROM} escribió:  `),
  unmarked('Yahoo it', `Il martedì 17 novembre 2026 alle ore 07:30:00 CET, ${FROM} ha scritto:  `),
  unmarked(
    'Yahoo pt',
    `Em terça-feira, 17 de novembro de 2026 07:30:00 BRT, ${FROM} escreveu:  `,
    undefined,
    'cells',
  ),
  unmarked(
    'Yahoo zh',
    ` 在 2026年11月17日星期二 [CST] 上午7:30:00， Reachback<reach+d.k3x9@in.example.com> 寫道：  `,
  ),
  marked(
    'iPhone it',
    `Il giorno 17 nov 2026, alle ore 07:30, ${FROM} ha scritto:\n> \n> \ufeff`,
    'Inviato da iPhone',
  ),
  marked(
    'iPhone pt',
    `Em 17 de nov. de 2026, à(s) 07:30, ${FROM} escreveu:\n> \n> \ufeff`,
    'Enviado do meu iPhone',
  ),
  marked('iPhone sv', `17 nov. 2026 kl. 07:30 skrev ${FROM}:\n> \n> \ufeff`, 'Skickat från min iPhone'),
  marked('iPhone da', `Den 17. nov. 2026 kl. 07.30 skrev ${FROM}:\n> \n> \ufeff`, 'Sendt fra min iPhone'),
  marked('iPhone fi', `${FROM} kirjoitti 17.11.2026 kello 7.30:\n> \n> \ufeff`, 'Lähetetty iPhonesta'),
  marked(
    'iPhone pl',
    `Wiadomość napisana przez ${FROM} w dniu 17.11.2026, o godz. 07:30:\n> \n> \ufeff`,
    'Wysłane z iPhone’a',
  ),
  marked('iPhone ru', `17 нояб. 2026 г., в 07:30, ${FROM} написал(а):\n> \n> \ufeff`, 'Отправлено с iPhone'),
  marked(
    'iPhone tr',
    `Reachback <reach+d.k3x9@in.example.com> şunları yazdı (17 Kas 2026 07:30):\n> \n> \ufeff`,
    "iPhone'umdan gönderildi",
  ),
  marked('iPhone ko', `2026. 11. 17. 오전 7:30, ${FROM} 작성:\n> \n> \ufeff`, '나의 iPhone에서 보냄'),
  marked('iPhone cs', `17. 11. 2026 v 7:30, ${FROM}:\n> \n> \ufeff`, 'Odesláno z iPhonu'),
  marked(
    'iPhone hu',
    `${FROM} írta (2026. nov. 17. dátummal, 7:30 időpontban):\n> \n> \ufeff`,
    'Az iPhone készülékemről küldve',
  ),
  marked(
    'iPhone el',
    `Στις 17 Νοε 2026, 7:30 π.μ., ο χρήστης ${FROM} έγραψε:\n> \n> \ufeff`,
    'Στάλθηκε από το iPhone μου',
  ),
  marked('iPhone he', `ב-17 בנוב׳ 2026, בשעה 7:30, ${FROM} כתב/ה:\n> \n> \ufeff`, 'נשלח מה-iPhone שלי'),
  marked(
    'iPhone zh-TW',
    `Reachback <reach+d.k3x9@in.example.com> 於 2026年11月17日 上午7:30 寫道：\n> \n> \ufeff`,
    '從我的 iPhone 傳送',
  ),
  marked('iPhone th', `ในวันที่ 17 พ.ย. 2569 เวลา 07:30 ${FROM} เขียนว่า:\n> \n> \ufeff`, 'ส่งจาก iPhone ของฉัน'),
  marked(
    'iPhone vi',
    `Vào 07:30, 17 thg 11, 2026, ${FROM} đã viết:\n> \n> \ufeff`,
    'Đã gửi từ iPhone của tôi',
  ),
  marked('Thunderbird fr', 'Le 17/11/2026 à 07:30, Reachback a écrit :', undefined, 'wrapped'),
  marked('Thunderbird es', 'El 17/11/26 a las 7:30, Reachback escribió:', undefined, 'wrapped'),
  marked('Thunderbird it', 'Il 17/11/26 07:30, Reachback ha scritto:', undefined, 'text'),
  marked('Thunderbird ru', '17.11.2026 07:30, Reachback пишет:', undefined, 'wrapped'),
  marked('Thunderbird nl', 'Op 17-11-2026 om 07:30 schreef Reachback:', undefined, 'text'),
  marked('Thunderbird cs', 'Dne 17. 11. 26 v 7:30 Reachback napsal(a):', undefined, 'text'),
  marked('Thunderbird hu', '2026. 11. 17. 7:30 keltezéssel, Reachback írta:', undefined, 'text'),
  marked('Thunderbird sv', 'Den 2026-11-17 kl. 07:30, skrev Reachback:', undefined, 'text'),
  marked('Thunderbird ja', 'On 2026/11/17 7:30, Reachback wrote:', undefined, 'text'),
  marked('Thunderbird fi', 'Reachback kirjoitti 17.11.2026 klo 7.30:', undefined, 'text'),
  marked('Gmail af', `Op Di., 17 Nov. 2026 om 07:30 het ${FROM}\ngeskryf:`),
  marked('Gmail sw', `Mnamo Jum, 17 Nov 2026 saa 7:30 ${FROM}\naliandika:`),
  marked('Gmail ka', `სამ, 17 ნოე. 2026, 07:30-ზე ${FROM}-მა\nდაწერა:`),
  marked('Gmail is', `þri., 17. nóv. 2026 kl. 07:30 skrifaði Reachback <\nreach+d.k3x9@in.example.com>:`),
  marked(
    'Gmail bn',
    `মঙ্গল, ১৭ নভেম্বর, ২০২৬ তারিখে ৭:৩০ AM টায় তারিখে Reachback <\nreach+d.k3x9@in.example.com> লিখেছেন:`,
  ),
  marked(
    'Gmail eu',
    `Hau idatzi du Reachback (reach+d.k3x9@in.example.com) erabiltzaileak (2026\naza. 17, ar. (07:30)):`,
  ),
  marked(
    'Gmail with a long name',
    `On Tue, Nov 17, 2026 at 7:30 AM The Reachback Morning Letter of the Career\nOffice of the University of Somewhere\n<reach+d.k3x9k3x9k3x9k3x9k3x9k3x9k3x9@in.university.example.edu>\nwrote:`,
  ),
  unmarked(
    'Samsung fr',
    `-------- Message d'origine --------\nDe : ${FROM}\nDate : 17/11/2026 07:30 (GMT+01:00)\nÀ : ann@example.com\nObjet : Tue 17 Nov`,
    'Envoyé depuis mon appareil Galaxy',
  ),
  unmarked(
    'Samsung es',
    `-------- Mensaje original --------De: ${FROM} Fecha: 17/11/26  7:30  (GMT+01:00) Para: ann@example.com Asunto: Tue 17 Nov`,
    'Enviado desde mi Galaxy',
  ),
  unmarked(
    'Samsung it',
    `-------- Messaggio originale --------\nDa: ${FROM}\nData: 17/11/26 07:30 (GMT+01:00)\nA: ann@example.com\nOggetto: Tue 17 Nov`,
    'Inviato dal mio dispositivo Galaxy',
  ),
  unmarked(
    'WEB.DE',
    `Gesendet: Dienstag, 17. November 2026 um 07:30 Uhr\nVon: ${FROM}\nAn: ann@web.de\nBetreff: Tue 17 Nov`,
    'Gesendet mit der WEB.DE Mail App',
    'cells',
  ),
  unmarked(
    'WP Poczta',
    `Dnia 17 listopada 2026 07:30 ${FROM} napisał(a):`,
    'Wysłano z aplikacji mobilnej WP Poczta',
  ),
  marked('Onet', `Dnia 2026-11-17 07:30 Reachback napisał(a):`, undefined, 'text'),
  marked(
    'Seznam',
    `---------- Původní e-mail ----------\nOd: ${FROM}\nKomu: ann@seznam.cz\nDatum: 17. 11. 2026 7:30:00\nPředmět: Tue 17 Nov`,
    undefined,
    'text',
  ),
  unmarked(
    'Libero',
    `Il 17/11/2026 07:30 Reachback <reach+d.k3x9@in.example.com> ha scritto:`,
    undefined,
    'text',
  ),
  marked(
    'Orange',
    `> Message du 17/11/26 07:30\n> De : ${FROM}\n> A : ann@orange.fr\n> Copie à :\n> Objet : Tue 17 Nov\n>`,
    undefined,
    'text',
  ),
  unmarked(
    'Daum',
    `--------- 원본 메일 ---------\n보낸사람: Reachback <reach+d.k3x9@in.example.com>\n받는사람: ann@daum.net\n날짜: 26.11.17 07:30 GMT +0900\n제목: Tue 17 Nov`,
  ),
  unmarked(
    '163',
    `At 2026-11-17 07:30:00, "Reachback" <reach+d.k3x9@in.example.com> wrote:`,
    undefined,
    'rows',
  ),
  unmarked('163 zh', `在 2026-11-17 07:30:00，"Reachback" <reach+d.k3x9@in.example.com> 写道：`),
  unmarked(
    'Foxmail',
    `\u00a0\nFrom:\u00a0Reachback\nDate:\u00a02026-11-17\u00a007:30\nTo:\u00a0ann\nSubject:\u00a0Tue 17 Nov`,
    undefined,
    'cells',
  ),
  marked('The Bat', `Tuesday, November 17, 2026, 7:30:00 AM, you wrote:`, undefined, 'text'),
  marked('Pine', 'On Tue, 17 Nov 2026, Reachback wrote:', undefined, 'text'),
  marked('Emacs mu4e', `On Tue 17 Nov 2026 at 07:30, ${FROM} wrote:`, undefined, 'text'),
  marked(
    'SOGo',
    `On Tuesday, November 17, 2026 07:30 EST, "Reachback" <reach+d.k3x9@in.example.com> wrote:\n `,
    undefined,
    'rows',
  ),
  unmarked('iCloud', `On Nov 17, 2026, at 7:30 AM, ${FROM} wrote:\n`, undefined, 'cells'),
  unmarked(
    'BlackBerry',
    `From: Reachback\nSent: Tuesday, November 17, 2026 7:30 AM\nTo: ann@example.com\nReply To: reach+d.k3x9@in.example.com\nSubject: Tue 17 Nov`,
    'Sent from my BlackBerry 10 smartphone on the Verizon Wireless 4G LTE network.',
  ),
]
