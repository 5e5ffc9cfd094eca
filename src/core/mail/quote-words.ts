/** Words that mark a quote, in the languages mail programs speak. Lower case, NFC, without bidi marks. */

/** "wrote", as it ends (or, in a few languages, opens) an attribution line. Spaced scripts only. */
export const WROTE = list(`
  wrote; writes; schrieb; geschrieben; schreibt; a écrit; écrit; a ecrit; écrivait; escribió; escribio;
  ha escrito; escribe; escreveu; escreve; ha scritto; scritto; scrisse; scrive; schreef; geschreven; skrev;
  skrifaði; kirjoitti; napisał; napisał(a); napisała; pisze; napsal; napsal(a); napsala; píše; napísal;
  napísal(a); napísala; írta; írja; a scris; scrie; je napisao; je napisao/la; je napisala; napisao;
  napisala; napisao/la; piše; je napisal; napisal; napisal(a); написа; написал; написал(а); написала; пишет;
  писал; пише; написав; написав(ла); написала(а); написав(-ла); написао; напиша; напісаў; yazdı; yazmış; yazıb;
  έγραψε; έγραψε/αν; כתב; כתב/ה; כתבה; كتب; كتبت; نوشت; نوشته; लिखा; लिहिले; লিখেছেন; লিখেছে; எழுதியது;
  எழுதினார்; రాశారు; લખ્યું; ಬರೆದಿದ್ದಾರೆ; എഴുതി; đã viết; viết; menulis; sumulat; isinulat; rašė;
  parašė; rakstīja; kirjutas; va escriure; ha escrit; idatzi; idatzi zuen; escribiu; shkroi; shkruajti;
  het geskryf; skryf; aliandika; ameandika; დაწერა; წერს; գրել է; գրեց; жазды; бичсэн; scríobh; ysgrifennodd;
  skribis
`)

/** The same in scripts that put no space between words. */
export const WROTE_UNSPACED = list(`
  写道; 寫道; 寫; 写; 書きました; 書いた; 書いています; のメール; 작성; 썼습니다; 쓰셨습니다; 썼다; เขียน; 님이 작성
`)

/** The words that attribution lines begin with, before the date or the name. */
export const OPENERS = list(`
  on; at; in a message dated; quoting; citing; am; den; zitat von; le; à; en date du; citation de; el; a las;
  citando; em; a; no dia; il; in data; il giorno; il data; op; citeren; på; citerar; den; d.; d; kl; kl.; citat fra;
  sitat; ti; ke; to; pe; la; su; ma; w dniu; dnia; dne; dňa; v; ve; în data de; în; pe; la data; dana; u; na; на;
  в; во; от; у; дана; tarihinde; στις; την; τη; τις; בתאריך; ב; ביום; في; بتاريخ; در; को; เมื่อ; ในวันที่; vào; lúc;
  ngày; pada; noong; nuong; date; kuupäeval; am; día; o dia; data; más; ar; ddydd; óp; op; mnamo; ons; tors
`)

type Field = 'from' | 'date' | 'to' | 'subject' | 'other'

/** The names of header fields as programs print them above a quote. */
export const LABELS: ReadonlyMap<string, Field> = new Map(
  (
    [
      [
        'from',
        `from; von; de; da; van; från; fra; frá; lähettäjä; od; od koho; nadawca; odesílatel; odosielateľ; feladó;
        de la; expéditeur; remitente; remetente; mittente; afzender; avsändare; afsender; avsender; expeditor; šalje;
        pošiljatelj; пошиљалац; шаље; od; от; отправитель; від; від кого; подател; kimden; gönderen; από; מאת; من;
        المرسل; از; فرستنده; प्रेषक; से; প্রেরক; จาก; ผู้ส่ง; từ; người gửi; dari; pengirim; daripada; mula sa;
        mula kay; kay; 差出人; 送信者; from; 発信者; 보낸 사람; 보낸사람; 发件人; 寄件者; 寄件人; 發件人; 发送者; nuo; no; saatja; kellelt; kas;
        remitent; nork; igorlea; od; од; ад; nga; dërguesi; frá; sendandi; kutoka; kutoka kwa; van; სან; გამომგზავნი; ումից; кімнен;
        хэнээс; ó; oddi wrth; de; sender; absender; sūtītājs; siuntėjas; від; expeditorul; 送信元`,
      ],
      [
        'date',
        `sent; date; gesendet; datum; envoyé; envoyé le; enviado; enviado el; fecha; enviada em; enviado em; enviada;
        data; data e ora; enviado a; inviato; inviato il; verzonden; verzonden op; skickat; skickades; sendt; sendt den; dato;
        lähetetty; päivämäärä; päiväys; pvm; wysłano; wysłane; data wysłania; odesláno; odoslané; odoslaná; dátum; elküldve;
        küldve; küldés; trimis; trimis la; data trimiterii; poslano; poslato; послато; датум; poslana; изпратено; дата; отправлено; дата и время;
        надіслано; відправлено; gönderildi; gönderilme; gönderim tarihi; gönderme tarihi; tarih; στάλθηκε; ημερομηνία; απεσταλμένα; εστάλη; נשלח; תאריך; בתאריך;
        تم الإرسال; تاريخ الإرسال; التاريخ; أرسلت; تم الارسال; تاريخ; ارسال شده; ارسال; تاریخ; भेजा गया; दिनांक; तारीख; প্রেরিত; তারিখ; ส่ง;
        ส่งเมื่อ; วันที่; đã gửi; ngày; gửi; ngày gửi; vào; dikirim; terkirim; tanggal; dihantar; tarikh; ipinadala; petsa; 送信日時; 日時; 日付;
        送信日; 보낸 날짜; 보낸날짜; 날짜; 보냄; 发送时间; 日期; 已发送; dată; 时间; 傳送時間; 寄件日期; 傳送日期; 發送時間; 時間; 傳送; išsiųsta; data; nosūtīts; datums;
        saadetud; kuupäev; enviat; bidalia; enviado o; dërguar; sent; испратено; imetumwa; gestuur; გაგზავნილია; ուղարկվել է; жіберілген; илгээсэн;
        seolta; anfonwyd; dagsetning; 発信日時; received; poslané; dne`,
      ],
      [
        'to',
        `to; an; à; para; a; aan; till; til; vastaanottaja; kenelle; do; adresat; komu; címzett; către; catre; pentru; za; prima; до; кому; на;
        kime; alıcı; προς; אל; إلى; الى; به; को; प्रति; প্রতি; ถึง; tới; đến; kepada; ke; sa; para kay; 宛先; 받는 사람; 받는사람; 收件人; 收件者; kam; saaja; kellele; per a;
        nori; për; kwa; vir; za; destinataire; destinatario; destinatário; empfänger; recipient; mottaker; modtager; mottagare; 受信者; destinatarul; pre; 送信先`,
      ],
      [
        'subject',
        `subject; betreff; betr; objet; sujet; asunto; assunto; oggetto; onderwerp; ämne; emne; aihe; temat; předmět; predmet; tárgy; subiect;
        zadeva; предмет; наслов; тема; относно; konu; θέμα; נושא; הנדון; الموضوع; موضوع; विषय; বিষয়; เรื่อง; หัวเรื่อง; หัวข้อ; chủ đề; tiêu đề; subjek; subyek; perihal;
        judul; paksa; 件名; 제목; 主题; 主旨; 主題; tema; temats; teema; assumpte; gaia; subjekt; subjekti; efni; mada; somo; тақырып; сэдэв; თემა; թեմա; ábhar; pwnc; títol; subiectul`,
      ],
      [
        'other',
        `cc; bcc; kopie; kopia; kopio; kopi; copie; copie à; copia; cópia; reply-to; antwort an; antwoord aan; répondre à; responder a; rispondi a; importance; wichtigkeit;
        attachments; anlagen; priority; organization; message-id; másolatot kap; másolat; копия; копія; bilgi; κοιν; κοινοποίηση; עותק; نسخة; رونوشت; สำเนา; đồng gửi; tembusan; 抄送; 副本; 참조; 参照;
        копие; ccn; kk; kópia; kópie; dw; cópia oculta; importancia; importância; reply to`,
      ],
    ] as const
  ).flatMap(([field, words]) => list(words).map((word) => [word, field] as const)),
)

/** What stands between two runs of dashes above a quote ("-----Original Message-----"). */
export const ORIGINAL = new Set(
  list(`
  original message; original appointment; original mail; forwarded message; forwarded mail; begin forwarded message; reply message; replied message; original email; ursprüngliche nachricht;
  originalnachricht; original-nachricht; weitergeleitete nachricht; message d'origine; message d’origine; message original; message initial; message transféré; message transmis; courriel original; mensaje original;
  mensaje reenviado; mensagem original; mensagem encaminhada; messaggio originale; messaggio inoltrato; oorspronkelijk bericht; origineel bericht; doorgestuurd bericht; ursprungligt meddelande;
  originalmeddelande; vidarebefordrat meddelande; oprindelig meddelelse; original meddelelse; den oprindelige meddelelse; videresendt meddelelse; opprinnelig melding; original melding; videresendt melding; alkuperäinen viesti; lähetetty viesti; wiadomość oryginalna;
  oryginalna wiadomość; pierwotna wiadomość; treść oryginalnej wiadomości; původní zpráva; původní e-mail; pôvodná správa; eredeti üzenet; mesaj original; mesajul original; izvorna poruka; originalna poruka; izvirno sporočilo;
  originalno sporočilo; оригинално съобщение; оригинална порука; исходное сообщение; пересылаемое сообщение; оригинальное сообщение; первоначальное сообщение; вихідне повідомлення; оригінальне повідомлення; пересланное сообщение; özgün ileti; orijinal mesaj; özgün mesaj; orijinal ileti; asıl mesaj;
  αρχικό μήνυμα; αυθεντικό μήνυμα; πρωτότυπο μήνυμα; הודעה מקורית; ההודעה המקורית; الرسالة الأصلية; الرسالة الاصلية; رسالة أصلية; پیام اصلی; मूल संदेश; মূল বার্তা; ข้อความต้นฉบับ; ข้อความเดิม; thư gốc; tin nhắn gốc; bản gốc; tin nhắn ban đầu; pesan asli; pesan awal; mesej asal; orihinal na mensahe; 元のメッセージ; オリジナルメッセージ; 転送メッセージ; 원본 메일;
  원본 메시지; 원본메일; 원문; 원래 메시지; 原始邮件; 原始郵件; 原郵件; 原邮件; 邮件原件; 原始信件; 转发邮件信息; 回复的原邮件; originalus laiškas; pradinis pranešimas; sākotnējais ziņojums; oriģinālais ziņojums; algne kiri; algne teade; missatge original; jatorrizko mezua; mensaxe orixinal; mesazhi origjinal; upprunaleg skilaboð; oorspronklike boodskap; ujumbe asili; ujumbe wa asili; оригинална порака; зыходнае паведамленне; бастапқы хабар
`),
)

function list(words: string): string[] {
  return words
    .split(';')
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
