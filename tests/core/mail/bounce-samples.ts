/** Delivery reports in the shape that mail systems write, about a mail from Ann to grace@acme.com. */
export type Sample = {
  name: string
  from: string
  subject: string
  text?: string
  status?: string
  headers?: [string, string][]
  isTemporary?: true
  /** The report does not say whom it is about. */
  isAnonymous?: true
}

const dsn = (action: string, code: string, more = '') =>
  `Reporting-MTA: dns; mx.example.net\nArrival-Date: Tue, 3 Nov 2026 15:00:00 +0000\n\nFinal-Recipient: rfc822; grace@acme.com\nAction: ${action}\nStatus: ${code}\n${more}`

const qmail = (reason: string) =>
  `Hi. This is the qmail-send program at example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<grace@acme.com>:\n${reason}\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <ann@gmail.com>\nMessage-ID: <first@mail.gmail.com>\nFrom: Ann <ann@gmail.com>\nTo: other@example.org\n\nHi Grace`

const exim = (reason: string) =>
  `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  grace@acme.com\n    ${reason}\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <first@mail.gmail.com>\nTo: other@example.org\n`

export const developedBounces: Sample[] = [
  {
    name: 'Gmail',
    from: 'mailer-daemon@googlemail.com',
    subject: 'Delivery Status Notification (Failure)',
    status: dsn('failed', '5.1.1'),
    text: "** Address not found **\n\nYour message wasn't delivered to grace@acme.com because the address couldn't be found, or is unable to receive mail.",
  },
  {
    name: 'Postfix',
    from: 'mailer-daemon@mx.example.net',
    subject: 'Undelivered Mail Returned to Sender',
    status: dsn('failed', '5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 unknown'),
  },
  {
    name: 'Exchange Online',
    from: 'postmaster@acme.onmicrosoft.com',
    subject: 'Undeliverable: Coffee next week?',
    status: dsn('failed', '5.1.10'),
  },
  {
    name: 'Sendmail',
    from: 'mailer-daemon@example.edu',
    subject: 'Returned mail: see transcript for details',
    status: dsn('failed', '5.1.1'),
  },
  {
    name: 'Postfix, delayed',
    from: 'mailer-daemon@mx.example.net',
    subject: 'Delayed Mail (still being retried)',
    status: dsn('delayed', '4.4.1'),
    isTemporary: true,
  },
  {
    name: 'Gmail, delayed',
    from: 'mailer-daemon@googlemail.com',
    subject: 'Delivery Status Notification (Delay)',
    status: dsn('delayed', '4.4.1'),
    isTemporary: true,
  },
  {
    name: 'failed for now',
    from: 'mailer-daemon@example.net',
    subject: 'Undelivered Mail Returned to Sender',
    status: dsn('failed', '4.4.7'),
    isTemporary: true,
  },
  {
    name: 'Exim',
    from: 'mailer-daemon@example.net',
    subject: 'Mail delivery failed: returning message to sender',
    headers: [['x-failed-recipients', 'grace@acme.com']],
    text: exim('Unrouteable address'),
  },
  {
    name: 'Exim without its header',
    from: 'mailer-daemon@example.net',
    subject: 'Mail delivery failed: returning message to sender',
    text: exim('550 No such user'),
  },
  {
    name: 'Exim warning',
    from: 'mailer-daemon@example.net',
    subject: 'Warning: message 1abc delayed 24 hours',
    text: 'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n  grace@acme.com\n\nNo action is required on your part.',
    isTemporary: true,
  },
  {
    name: 'qmail',
    from: 'mailer-daemon@example.net',
    subject: 'failure notice',
    text: qmail('Sorry, no mailbox here by that name. (#5.1.1)'),
  },
  {
    name: 'Yahoo',
    from: 'mailer-daemon@yahoo.com',
    subject: 'Failure Notice',
    text: 'Sorry, we were unable to deliver your message to the following address.\n\n<grace@acme.com>:\n550: 5.1.1 user unknown',
  },
  {
    name: 'Exchange 2003',
    from: 'administrator@acme.com',
    subject: 'Undeliverable: Coffee',
    headers: [['return-path', '<>']],
    text: 'Your message did not reach some or all of the intended recipients.\n\n      Subject: Coffee\n      Sent: 11/3/2026 10:00 AM\n\nThe following recipient(s) could not be reached:\n\n      grace@acme.com on 11/3/2026 10:00 AM\n            The e-mail account does not exist at the organization',
  },
  {
    name: 'German',
    from: 'mailer-daemon@gmx.net',
    subject: 'Mail delivery failed: returning message to sender',
    text: 'Die folgende Nachricht konnte nicht zugestellt werden.\n\nDie Nachricht an <grace@acme.com> konnte nicht zugestellt werden: Benutzer unbekannt',
  },
  {
    name: 'Outlook, German',
    from: 'postmaster@outlook.com',
    subject: 'Unzustellbar: Kaffee',
    text: 'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\ngrace@acme.com\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.',
  },
  {
    name: 'Outlook, French',
    from: 'postmaster@outlook.com',
    subject: 'Non remis : Café',
    text: "Échec de la remise pour ces destinataires ou groupes :\n\ngrace@acme.com\nVotre message n'a pas pu être remis.",
  },
  {
    name: 'Gmail, Spanish',
    from: 'mailer-daemon@googlemail.com',
    subject: 'Delivery Status Notification (Failure)',
    text: 'No se ha encontrado la dirección. Tu mensaje no se ha entregado a grace@acme.com porque no se ha encontrado la dirección.',
  },
  {
    name: 'Italian',
    from: 'postmaster@libero.it',
    subject: 'Mancato recapito',
    text: 'Impossibile recapitare il messaggio a <grace@acme.com>: utente sconosciuto',
  },
  {
    name: 'full mailbox',
    from: 'postmaster@acme.com',
    subject: 'Undeliverable: Hi',
    text: "The recipient's mailbox is full and can't accept messages now. grace@acme.com",
    isTemporary: true,
  },
  {
    name: 'null path only',
    from: 'gateway@acme.com',
    subject: 'Delivery failure',
    headers: [['return-path', '<>']],
    text: '550 5.7.1 <grace@acme.com>: Recipient address rejected',
  },
  {
    name: 'Domino',
    from: 'postmaster@acme.com',
    subject: 'DELIVERY FAILURE: User grace (grace@acme.com) not listed in Domino Directory',
    text: 'Your message\n\n  Subject: Coffee\n\nwas not delivered to:\n\n  grace@acme.com\n\nbecause:\n\n  User grace not listed in Domino Directory',
  },
]

export const heldBackBounces: Sample[] = [
  {
    name: 'Amazon SES',
    from: 'mailer-daemon@amazonses.com',
    subject: 'Delivery Status Notification (Failure)',
    text: 'An error occurred while trying to deliver the mail to the following recipients:\ngrace@acme.com',
    status: dsn('failed', '5.1.1'),
  },
  {
    name: 'Mimecast',
    from: 'postmaster@mimecast.org',
    subject: '[Postmaster] Email Delivery Failure',
    text: 'This is an email from Mimecast to let you know that your message could not be delivered.\nRecipient: grace@acme.com\nReason: 550 Invalid Recipient',
  },
  {
    name: 'Proofpoint',
    from: 'mailer-daemon@pphosted.com',
    subject: 'Returned mail: User unknown',
    text: 'The original message was received at Tue, 3 Nov 2026\n\n   ----- The following addresses had permanent fatal errors -----\n<grace@acme.com>\n\n   ----- Transcript of session follows -----\n550 5.1.1 <grace@acme.com>... User unknown',
  },
  {
    name: 'Barracuda',
    from: 'postmaster@barracuda.example.com',
    subject: '**Message you sent blocked by our bulk email filter**',
    text: 'Your message to: grace@acme.com\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: Coffee',
  },
  {
    name: 'iCloud',
    from: 'postmaster@icloud.com',
    subject: 'Undeliverable mail',
    text: 'The message could not be delivered to <grace@acme.com>: 5.1.6 recipient no longer on server',
  },
  {
    name: 'Zoho',
    from: 'mailer-daemon@zoho.com',
    subject: 'Undelivered Mail Returned to Sender',
    text: 'This message was created automatically by mail delivery software.\n A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. \n\ngrace@acme.com, ERROR CODE :550 - No such user',
  },
  {
    name: 'GMX',
    from: 'mailer-daemon@gmx.com',
    subject: 'Mail System Error - Returned Mail',
    text: 'This Message was undeliverable due to the following reason:\n\nRecipient <grace@acme.com> does not exist',
  },
  {
    name: 'AOL',
    from: 'mailer-daemon@aol.com',
    subject: 'Mail Delivery Problem',
    text: 'Your mail to the following recipients could not be delivered because they are not accepting mail from ann@gmail.com:\n  grace@acme.com',
  },
  {
    name: 'Outlook, Spanish',
    from: 'postmaster@outlook.com',
    subject: 'No se puede entregar: Café',
    text: 'No se pudo entregar el mensaje a los siguientes destinatarios o grupos:\n\ngrace@acme.com\nNo se encontró el correo electrónico',
  },
  {
    name: 'Outlook, Italian',
    from: 'postmaster@outlook.com',
    subject: 'Non recapitabile: Caffè',
    text: 'Il messaggio per grace@acme.com non è stato recapitato. Impossibile trovare il destinatario.',
  },
  {
    name: 'Outlook, Dutch',
    from: 'postmaster@outlook.com',
    subject: 'Onbestelbaar: Koffie',
    text: 'Uw bericht aan grace@acme.com kan niet worden bezorgd. Het adres is niet gevonden.',
  },
  {
    name: 'Outlook, Portuguese',
    from: 'postmaster@outlook.com',
    subject: 'Não é possível entregar: Café',
    text: 'Sua mensagem para grace@acme.com não pôde ser entregue. O endereço não foi encontrado.',
  },
  {
    name: 'Outlook, Swedish',
    from: 'postmaster@outlook.com',
    subject: 'Kan inte levereras: Kaffe',
    text: 'Meddelandet till grace@acme.com kunde inte levereras.',
  },
  {
    name: 'Outlook, Danish',
    from: 'postmaster@outlook.com',
    subject: 'Kan ikke leveres: Kaffe',
    text: 'Meddelelsen til grace@acme.com kunne ikke leveres.',
  },
  {
    name: 'Outlook, Polish',
    from: 'postmaster@outlook.com',
    subject: 'Nie można dostarczyć: Kawa',
    text: 'Wiadomość do grace@acme.com nie została dostarczona.',
  },
  {
    name: 'Outlook, Russian',
    from: 'postmaster@outlook.com',
    subject: 'Не удалось доставить: Кофе',
    text: 'Не удалось доставить сообщение следующим получателям:\n\ngrace@acme.com',
  },
  {
    name: 'Outlook, Japanese',
    from: 'postmaster@outlook.com',
    subject: '配信不能: Coffee',
    text: 'grace@acme.com にメッセージを配信できませんでした。',
  },
  {
    name: 'Gmail, French',
    from: 'mailer-daemon@googlemail.com',
    subject: 'Delivery Status Notification (Failure)',
    text: "Adresse introuvable\n\nVotre message n'est pas parvenu à grace@acme.com, car l'adresse est introuvable.",
  },
  {
    name: 'Gmail, German',
    from: 'mailer-daemon@googlemail.com',
    subject: 'Delivery Status Notification (Failure)',
    text: 'Adresse nicht gefunden\n\nIhre Nachricht wurde nicht an grace@acme.com zugestellt, weil die Adresse nicht gefunden wurde.',
  },
  {
    name: 'QQ',
    from: 'postmaster@qq.com',
    subject: '系统退信/Systems bounce',
    text: '您的邮件被退回到您原来的发件地址。\n收件人 grace@acme.com 不存在',
  },
  {
    name: 'Lotus',
    from: 'mailer-daemon@acme.com',
    subject: 'Undeliverable message',
    text: 'Failed to deliver to <grace@acme.com>\nSMTP module(domain acme.com) reports:\n host name is unknown',
  },
  {
    name: 'MDaemon',
    from: 'mdaemon@acme.com',
    subject: 'Permanent Delivery Failure',
    text: 'The attached message had PERMANENT fatal delivery errors!\n\nAfter one or more unsuccessful delivery attempts the attached message has been removed from the mail queue.\n\nFailed address: grace@acme.com',
  },
  {
    name: 'Courier',
    from: 'postmaster@example.org',
    subject: 'NOTICE: mail delivery status.',
    text: 'UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<grace@acme.com>:\n    mx.acme.com [192.0.2.1]:\n>>> RCPT TO:<grace@acme.com>\n<<< 550 User unknown',
  },
  {
    name: 'Postfix, plain',
    from: 'mailer-daemon@example.org',
    subject: 'Undelivered Mail Returned to Sender',
    text: "This is the mail system at host mx.example.org.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n<grace@acme.com>: host mx.acme.com[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)",
  },
  {
    name: 'Sendmail warning',
    from: 'mailer-daemon@example.edu',
    subject: 'Warning: could not send message for past 4 hours',
    text: '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\nThe original message was received\n\n   ----- The following addresses had transient non-fatal errors -----\n<grace@acme.com>\n\nDeferred: Connection timed out with mx.acme.com.\nWarning: message still undelivered after 4 hours',
    isTemporary: true,
  },
  {
    name: 'Exchange 2010',
    from: 'microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@acme.com',
    subject: 'Undeliverable: Coffee',
    text: "Delivery has failed to these recipients or groups:\n\ngrace@acme.com\nThe e-mail address you entered couldn't be found.",
  },
  {
    name: 'Exchange, delayed',
    from: 'postmaster@acme.com',
    subject: 'Delivery delayed:Coffee',
    status: dsn('delayed', '4.4.7'),
    isTemporary: true,
  },
  {
    name: 'a status without an action',
    from: 'mailer-daemon@example.net',
    subject: 'Undelivered',
    status: 'Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822;grace@acme.com\nStatus: 5.1.1',
  },
  {
    name: 'angle brackets',
    from: 'postmaster@example.net',
    subject: 'Undelivered',
    status:
      'Reporting-MTA: dns; x\n\nOriginal-Recipient: rfc822;<Grace@Acme.com>\nFinal-Recipient: rfc822; <g.kim@internal.acme.com>\nAction: Failed\nStatus: 5.2.1',
  },
  {
    name: 'several',
    from: 'postmaster@example.net',
    subject: 'Undelivered',
    status: `${dsn('failed', '5.1.1')}\n\nFinal-Recipient: rfc822; tom@halden.com\nAction: delivered\nStatus: 2.0.0`,
  },
  {
    name: 'group rejected',
    from: 'postmaster@acme.com',
    subject: 'Rejected: Coffee',
    text: "Your message to grace@acme.com couldn't be delivered. The sender isn't allowed: 550 5.7.133",
  },
  {
    name: 'HTML only',
    from: 'postmaster@outlook.com',
    subject: 'Undeliverable: Coffee',
    text: '',
    headers: [['x-html', '1']],
  },
  {
    name: 'Mail.ru',
    from: 'mailer-daemon@corp.mail.ru',
    subject: 'Mail failure.',
    text: 'A message that you sent was not delivered to the following recipients:\n\n    grace@acme.com\n    user not found',
  },
  {
    name: 'Yandex',
    from: 'mailer-daemon@yandex.ru',
    subject: 'Недоставленное сообщение',
    text: 'К сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:\n\n<grace@acme.com>: 550 5.7.1 No such user!',
  },
  {
    name: 'unnamed',
    from: 'postmaster@acme.com',
    subject: 'Undeliverable: Coffee',
    text: 'Your message was not delivered. The recipient could not be found.',
    isAnonymous: true,
  },
]

/** Mail of people and programs that is no delivery report. */
export const notBounces: Sample[] = [
  {
    name: 'a person about a bounce',
    from: 'grace@acme.com',
    subject: 'Your email bounced',
    text: 'Hi Ann, my reply to you bounced: "550 5.1.1 user unknown". Trying again.',
  },
  {
    name: 'a reply that quotes one',
    from: 'grace@acme.com',
    subject: 'Re: Undeliverable: Coffee',
    text: "That's odd, this address works.\n\n> Your message wasn't delivered to grace@acme.com",
  },
  {
    name: 'a reply from postmaster',
    from: 'postmaster@acme.com',
    subject: 'Re: your question',
    text: 'Hello, I run the mail here. Delivery failed because of our filter; fixed now.',
  },
  {
    name: 'delivery of a parcel',
    from: 'noreply@dhl.com',
    subject: 'Delivery failed: your parcel',
    text: 'We could not deliver your parcel to the following address. Undeliverable.',
  },
  {
    name: 'parcel, returned',
    from: 'mail@ups.com',
    subject: 'Package returned to sender',
    text: 'The package could not be delivered.',
  },
  {
    name: 'a newsletter about deliverability',
    from: 'news@mailchimp.com',
    subject: 'Why mail delivery fails',
    text: 'Bounced mail: 550 5.1.1 user unknown. Returned to sender...',
  },
  {
    name: 'out of office',
    from: 'grace@acme.com',
    subject: 'Automatic reply: Coffee',
    headers: [
      ['auto-submitted', 'auto-replied'],
      ['return-path', '<>'],
    ],
    text: 'I am out of the office and cannot be reached until Monday.',
  },
  {
    name: 'out of office by Outlook',
    from: 'grace@acme.com',
    subject: 'Out of Office: delivery problem',
    headers: [
      ['auto-submitted', 'auto-replied'],
      ['return-path', '<>'],
    ],
    text: 'I am away. If you have a delivery problem call 555.',
  },
  {
    name: 'somebody left',
    from: 'grace@acme.com',
    subject: 'No longer with Acme',
    headers: [['auto-submitted', 'auto-replied']],
    text: 'This mailbox is no longer monitored. Grace no longer works here; the address will be disabled.',
  },
  {
    name: 'ARF',
    from: 'complaints@aol.com',
    subject: 'Email Feedback Report for IP 192.0.2.1',
    headers: [['content-type', 'multipart/report; report-type=feedback-report']],
    text: 'This is an email abuse report',
  },
  {
    name: 'read receipt',
    from: 'grace@acme.com',
    subject: 'Read: Coffee',
    headers: [
      ['content-type', 'multipart/report; report-type=disposition-notification'],
      ['return-path', '<>'],
    ],
    text: 'Your message was read on Tuesday',
  },
  {
    name: 'not read',
    from: 'grace@acme.com',
    subject: 'Not read: Coffee',
    headers: [['content-type', 'multipart/report; report-type=disposition-notification']],
    text: 'Your message was deleted without being read',
  },
  {
    name: 'success',
    from: 'mailer-daemon@example.net',
    subject: 'Delivery Status Notification (Success)',
    status: dsn('delivered', '2.0.0'),
  },
  {
    name: 'relayed',
    from: 'postmaster@example.net',
    subject: 'Relayed: Coffee',
    status: dsn('relayed', '2.0.0'),
  },
  {
    name: 'expanded',
    from: 'postmaster@example.net',
    subject: 'Expanded: Coffee',
    status: dsn('expanded', '2.0.0'),
  },
  {
    name: 'quarantine digest',
    from: 'quarantine@messaging.microsoft.com',
    subject: 'Microsoft 365 security: You have messages in quarantine',
    text: 'Review these messages. grace@acme.com',
  },
  {
    name: 'password',
    from: 'no-reply@accounts.google.com',
    subject: 'Security alert',
    text: 'A new sign-in',
  },
  {
    name: 'failing build',
    from: 'notifications@github.com',
    subject: '[acme/app] Run failed: CI',
    text: 'Error 550 tests failed. 5.1.1 released',
  },
  {
    name: 'an outreach',
    from: 'ann@gmail.com',
    subject: 'Coffee next week?',
    text: 'Would you have 15 minutes? I could not find your number.',
  },
  {
    name: 'an answer',
    from: 'grace@acme.com',
    subject: 'Re: Coffee',
    text: 'Sorry, I was unable to answer earlier. My mailbox is full these days! Call me at 555 0100.',
  },
  {
    name: 'a decline',
    from: 'grace@acme.com',
    subject: 'Re: Coffee',
    text: 'Unfortunately I cannot deliver what you need.',
  },
  {
    name: 'an announcement by mail system',
    from: 'mailer-daemon@list.example.org',
    subject: 'Confirm your subscription',
    text: 'Please reply to confirm that you want to join the list.',
  },
  {
    name: 'welcome from postmaster',
    from: 'postmaster@university.edu',
    subject: 'Welcome to your new mailbox',
    text: 'Your account is ready. Quota: 50 GB. Write to helpdesk@university.edu with questions.',
  },
  {
    name: 'quota warning',
    from: 'postmaster@university.edu',
    subject: 'Storage notice',
    text: 'You have used 80 % of your space.',
  },
  {
    name: 'calendar',
    from: 'calendar-notification@google.com',
    subject: 'Accepted: Coffee @ Tue Nov 3',
    text: 'Grace has accepted this invitation.',
  },
  {
    name: 'Undeliverable film',
    from: 'tom@halden.com',
    subject: 'Undeliverable: the film',
    text: 'Seen it? Great film. tom',
  },
  {
    name: 'French person',
    from: 'marie@example.fr',
    subject: 'Colis non distribué',
    text: "Le facteur n'a pas pu livrer le colis.",
  },
  {
    name: 'German person',
    from: 'max@example.de',
    subject: 'Brief unzustellbar',
    text: 'Mein Brief an dich kam zurück: unzustellbar.',
  },
  {
    name: 'sales',
    from: 'sales@smtp-provider.com',
    subject: 'Fix mail delivery problems',
    text: 'Is your mail returned to sender? Call us.',
    headers: [['list-unsubscribe', '<mailto:x@y.zz>']],
  },
  {
    name: 'null path without words',
    from: 'crm@acme.com',
    subject: 'Ticket #4411 received',
    headers: [['return-path', '<>']],
    text: 'We received your request and will get back to you. 5.0.1 build',
  },
  {
    name: 'interview rejected',
    from: 'jobs@acme.com',
    subject: 'Your application',
    text: 'We have rejected your application. 550 people applied.',
  },
  { name: 'bounce house', from: 'mom@gmail.com', subject: 'bounced', text: 'The kids bounced all day' },
]
