/** Raw messages as real programs write them, one of each kind that a door has to read. */

const crlf = (text: string): Buffer => Buffer.from(text.replace(/^\n/, '').replaceAll('\n', '\r\n'))
const latin1 = (text: string): Buffer => Buffer.from(crlf(text).toString(), 'latin1')
const base64 = (text: string): string => Buffer.from(text).toString('base64')

export const mails: Record<string, Buffer> = {
  'plain Gmail': crlf(`
Received: by mail-qk1-f182.google.com with SMTP id af79cd13be357 for <reach+k3@in.example.com>;
        Tue, 17 Nov 2026 06:12:33 -0800 (PST)
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=gmail.com; s=20230601; t=1763388753;
        h=to:subject:message-id:date:from:mime-version:from:to:cc:subject; bh=abc=; b=def=
MIME-Version: 1.0
From: Ann Lee <ann.lee@gmail.com>
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <CAFq+x1=abc123@mail.gmail.com>
Subject: Your path to design at Acme
To: Grace Kim <Grace.Kim@Acme.com>
Content-Type: text/plain; charset="UTF-8"

Hi Grace,

may I ask you about your path to design?

Ann
`),

  'Outlook, HTML only in a multipart': crlf(`
From: "Lee, Ann" <ann@university.edu>
To: "Kim, Grace" <grace@acme.com>; "Tom Ode" <tom@acme.com>
CC: 'Priya' <priya@halden.com>
Subject: RE: Coffee?
Thread-Topic: Coffee?
Thread-Index: AdpAbCdEfGhIjKlMnOpQ==
Date: Tue, 17 Nov 2026 14:12:22 +0000
Message-ID: <DM6PR01MB1234@DM6PR01MB1234.prod.exchangelabs.com>
X-Microsoft-Original-Message-ID: <000001d9$abc$def@university.edu>
References: <one@acme.com>
In-Reply-To: <one@acme.com>
Accept-Language: en-US
Content-Type: multipart/related; boundary="_004_"; type="text/html"
MIME-Version: 1.0

--_004_
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

${base64('<html><body><p>Thank you, Grace.</p></body></html>\r\n')}
--_004_
Content-Type: image/png; name="logo.png"
Content-Transfer-Encoding: base64
Content-ID: <logo@01>

iVBORw0KGgo=
--_004_--
`),

  groups: crlf(`
From: ann@gmail.com
To: Acme people: Grace Kim <grace@acme.com>, tom@acme.com;, priya@halden.com
Cc: Nobody:;
Subject: A group
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <groups@gmail.com>

Hello.
`),

  'undisclosed recipients': crlf(`
From: Ann Lee <ann@gmail.com>
To: Undisclosed recipients:;
Subject: Hello all
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <undisclosed@gmail.com>

Hello.
`),

  'undisclosed recipients made into an address': crlf(`
From: Ann Lee <ann@gmail.com>
To: <Undisclosed Recipients@mx.gmail.com>
Subject: Hello all
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <invented@gmail.com>

Hello.
`),

  'encoded words': crlf(`
From: =?UTF-8?Q?Zo=C3=AB_M=C3=BCller?= <zoe@gmail.com>
To: =?UTF-8?B?R3LDpWNl?= =?UTF-8?B?IMOFcw==?= <grace@acme.com>, =?utf-8?q?vic=40user.com?= <tom@acme.com>
Subject: =?UTF-8?B?5bCx5rS75rS75Yuo5Lg=?= =?UTF-8?B?gOacgA==?=
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <words@gmail.com>

Hello.
`),

  'punycode domain': crlf(`
From: Ann <ann@gmail.com>
To: Jo <jo@xn--mller-kva.de>, Ed <ed@XN--MLLER-KVA.de>
Subject: Umlaut
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <puny@gmail.com>

Hello.
`),

  'several references': crlf(`
From: Ann <ann@gmail.com>
To: grace@acme.com
Subject: Re: Coffee
Date: 17 Nov 2026 9:12 EST
Message-ID: <third@gmail.com>
In-Reply-To: Your message of "Mon, 16 Nov 2026" <second@acme.com>; from Grace
References: <first@gmail.com><second@acme.com>,
	<other@acme.com>

Hello.
`),

  'no Message-ID': crlf(`
From: Ann <ann@gmail.com>
To: grace@acme.com
Subject: No id
Date: Tue, 17 Nov 2026 09:12:22 -0000

Hello.
`),

  'no Date, no Subject': crlf(`
From: Ann <ann@gmail.com>
To: grace@acme.com
Message-ID: <undated@gmail.com>

Hello.
`),

  'calendar invitation': crlf(`
From: Grace Kim <grace@acme.com>
To: ann@gmail.com
Subject: Invitation: Coffee
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <invite@acme.com>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b1

--b1
Content-Type: text/plain; charset=utf-8

You are invited.
--b1
Content-Type: text/calendar; charset=utf-8; method=REQUEST
Content-Transfer-Encoding: base64

${base64('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@acme.com\r\nSUMMARY:Kaffee für Ann\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')}
--b1--
`),

  'forwarded as attachment': crlf(`
From: Ann <ann@gmail.com>
To: reach@in.example.com
Subject: Fwd: Coffee
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <forward@gmail.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b1

--b1
Content-Type: text/plain; charset=utf-8

See below.
--b1
Content-Type: message/rfc822; name="Coffee.eml"
Content-Disposition: attachment; filename="Coffee.eml"

From: Grace Kim <grace@acme.com>
To: Ann <ann@gmail.com>
Subject: Coffee
Date: Mon, 16 Nov 2026 10:00:00 +0100
Message-ID: <inner@acme.com>
Content-Type: multipart/mixed; boundary=b2

--b2
Content-Type: text/plain

Tuesday works.
--b2
Content-Type: text/calendar
Content-Disposition: attachment; filename=a.ics

BEGIN:VCALENDAR
END:VCALENDAR
--b2--

--b1--
`),

  'delivery status notification': crlf(`
Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: ann@gmail.com
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <dsn@mx.google.com>
X-Failed-Recipients: grace@acme.com
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b1

--b1
Content-Type: text/plain; charset=us-ascii

Address not found
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com

Final-Recipient: rfc822; grace@acme.com
Action: failed
Status: 5.1.1
--b1
Content-Type: message/rfc822
Content-Disposition: attachment

From: Ann <ann@gmail.com>
To: grace@acme.com
Subject: Coffee
Message-ID: <original@gmail.com>

Hi
--b1--
`),

  'quoted-printable UTF-8': crlf(`
From: Ann <ann@gmail.com>
To: grace@acme.com
Subject: Q
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <qp@gmail.com>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b1

--b1
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

Sch=C3=B6ne Gr=C3=BC=C3=9Fe =E2=80=94 a long line that goes on and on and =
does not end
--b1
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: quoted-printable

<p>Sch=C3=B6ne Gr=C3=BC=C3=9Fe</p>
--b1--
`),

  '8-bit latin1': latin1(`
From: Ann <ann@gmail.com>
To: grace@acme.com
Subject: Latin
Date: Tue, 17 Nov 2026 09:12:22 -0500
Message-ID: <latin@gmail.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

Schöne Grüße
`),
}
