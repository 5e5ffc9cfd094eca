import { describe, expect, it } from 'vitest'
import { readAuthResults } from '../../../src/core/mail/auth-results.ts'
import { type Door, senderVerdict, type Verdict } from '../../../src/core/mail/sender-verdict.ts'
import { readMime } from '../../../src/ingress/mime.ts'

const RECIPIENT = 'reach+k3@in.example.com'

/** The verdict on a raw mail with these headers on top. */
async function verdictOn(
  door: Door,
  headers: string,
  { from = 'Ann Lee <ann@acme.com>', senders = ['ann@acme.com', 'ann@gmail.com'] } = {},
): Promise<Verdict> {
  const lines = headers.trim() ? `${headers.trim()}\n` : ''
  const raw = `${lines}From: ${from}\nTo: grace@halden.com\nSubject: Advice\n\nHello.\n`
  const mail = await readMime(new TextEncoder().encode(raw.replaceAll('\n', '\r\n')), RECIPIENT)
  if ('refused' in mail) throw new Error(mail.refused)
  return senderVerdict(mail, door, senders)
}

const spf = (result: string, from: string, receiver = 'a1b2@inbound.postmarkapp.com') =>
  `Received-SPF: ${result} (sender SPF authorized) identity=mailfrom; client-ip=192.0.2.1; helo=mx.example; envelope-from=${from}; receiver=${receiver}`
const tests = (names: string) => `X-Spam-Tests: ${names}`
const signed = (domain: string) => `DKIM-Signature: v=1; a=rsa-sha256; d=${domain}; s=s1; h=from; bh=x; b=y`

describe("Postmark's headers", () => {
  it.each<[what: string, headers: string[], Verdict]>([
    ['nothing at all', [], 'silent'],
    ['a signature of the author', [tests('DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS')], 'pass'],
    ['the same with spaces', [tests('DKIM_SIGNED, DKIM_VALID, DKIM_VALID_AU')], 'pass'],
    ["somebody's signature", [tests('DKIM_SIGNED,DKIM_VALID'), signed('evil.example')], 'none'],
    ['a name that only begins alike', [tests('DKIM_VALID_AUX,XDKIM_VALID_AU')], 'none'],
    ['a broken signature', [tests('DKIM_SIGNED,DKIM_INVALID')], 'none'],
    ['no test that says anything', [tests('HTML_MESSAGE')], 'none'],
    ['SPF of the same domain', [spf('Pass', 'ann@acme.com')], 'pass'],
    ['SPF of a domain below', [spf('Pass', '<b+1@bounces.acme.com>')], 'pass'],
    ["SPF of a sender's own domain", [spf('Pass', 'eve@evil.example'), tests('SPF_PASS')], 'none'],
    ['SPF of a name that ends alike', [spf('Pass', 'eve@evilacme.com')], 'none'],
    ['SPF_PASS, without saying of whom', [tests('SPF_PASS')], 'none'],
    ['SPF about the greeting', [spf('Pass', 'ann@acme.com').replace('mailfrom', 'helo')], 'none'],
    ['SPF for our own domain', [spf('Pass', 'ann@acme.com', RECIPIENT)], 'pass'],
    ['SPF at another server', [spf('Pass', 'ann@acme.com', 'list@lists.example')], 'none'],
    ['two that claim to be ours', [spf('Fail', 'ann@acme.com'), spf('Pass', 'ann@acme.com')], 'none'],
    [
      'an earlier one of a list',
      [spf('Pass', 'ann@acme.com'), spf('Fail', 'x@y.example', 'l@lists.example')],
      'pass',
    ],
    ['two X-Spam-Tests', [tests('DKIM_INVALID'), tests('DKIM_VALID_AU')], 'none'],
    [
      'a pass within a comment',
      ['Received-SPF: Neutral (Pass envelope-from=ann@acme.com; receiver=a@inbound.postmarkapp.com)'],
      'none',
    ],
    [
      'SPF without a receiver, alone',
      ['Received-SPF: Pass identity=mailfrom; envelope-from=ann@acme.com'],
      'pass',
    ],
    ['the domain says no', [spf('Fail', 'ann@acme.com'), tests('SPF_FAIL')], 'fail'],
    ['the domain says maybe not', [spf('SoftFail', 'ann@acme.com'), tests('SPF_SOFTFAIL')], 'none'],
    [
      'no by the route, yes by the signature',
      [spf('Fail', 'ann@acme.com'), tests('DKIM_VALID,DKIM_VALID_AU')],
      'pass',
    ],
    ["another domain's no", [spf('Fail', 'x@evil.example')], 'none'],
    [
      'Authentication-Results, which anybody may write',
      ['Authentication-Results: inbound.postmarkapp.com; dmarc=pass header.from=acme.com'],
      'silent',
    ],
  ])('%s', async (_, headers, verdict) => {
    expect(await verdictOn('postmark', headers.join('\n'))).toBe(verdict)
  })

  it("takes the domain of Sender for the author's where both are the user's", async () => {
    const sendAs = [tests('DKIM_SIGNED,DKIM_VALID'), signed('gmail.com'), 'Sender: ann@gmail.com'].join('\n')
    expect(await verdictOn('postmark', sendAs)).toBe('via-sender')
    expect(await verdictOn('postmark', sendAs, { senders: ['ann@acme.com'] })).toBe('none')
    expect(await verdictOn('postmark', sendAs.replace('d=gmail.com', 'd=evil.example'))).toBe('none')
    expect(await verdictOn('postmark', `${sendAs}\n${signed('evil.example')}`)).toBe('none')
    expect(await verdictOn('postmark', sendAs.replace(/^DKIM-Signature.*\n/m, ''))).toBe('none')
  })
})

const RECEIVED =
  'Received: from mx.example (192.0.2.1)\n by cloudflare-email.net (cloudflare) id abc for <reach+k3@in.example.com>; Tue, 17 Nov 2026 14:12:22 +0000'
const arc = (domain = 'cloudflare-email.net') =>
  [
    `ARC-Seal: i=1; a=rsa-sha256; s=cf2024-1; d=${domain}; cv=none; b=x=`,
    `ARC-Message-Signature: i=1; a=rsa-sha256; s=cf2024-1; d=${domain}; c=relaxed/relaxed; h=From; bh=y=; b=z=`,
    'ARC-Authentication-Results: i=1; mx.cloudflare.net; dkim=pass header.d=acme.com',
    'Received-SPF: pass (mx.cloudflare.net: domain of ann@acme.com) receiver=mx.cloudflare.net; client-ip=192.0.2.1; envelope-from="ann@acme.com"',
  ].join('\n')
const results = (text: string) => `Authentication-Results: mx.cloudflare.net;\n ${text}`
const HOP = 'Received: by mail.example with SMTP id x; Tue, 17 Nov 2026 06:12:33 -0800'
const PASS = 'dmarc=pass header.from=acme.com policy.dmarc=reject'

describe("Cloudflare's stamp", () => {
  it.each<[what: string, headers: string[], Verdict]>([
    ['nothing at all', [], 'silent'],
    ['a pass', [RECEIVED, arc(), results(PASS), HOP], 'pass'],
    ['a pass by its older name', [RECEIVED, arc('email.cloudflare.net'), results(PASS)], 'pass'],
    ['a score below', [RECEIVED, arc(), results(PASS), 'X-CF-SpamH-Score: 1'], 'pass'],
    [
      'no policy, an own signature',
      [RECEIVED, arc(), results('dkim=pass header.d=mail.acme.com; dmarc=none')],
      'pass',
    ],
    [
      'no policy, an own envelope',
      [RECEIVED, arc(), results('dmarc=none; spf=pass smtp.mailfrom=ann@acme.com')],
      'pass',
    ],
    ['the envelope of the greeting', [RECEIVED, arc(), results('spf=pass smtp.helo=acme.com')], 'none'],
    ['another author', [RECEIVED, arc(), results('dmarc=pass header.from=evil.example')], 'none'],
    [
      'a refusal',
      [RECEIVED, arc(), results('dkim=none; dmarc=fail header.from=acme.com policy.dmarc=none')],
      'fail',
    ],
    [
      '"pass" in a comment',
      [
        RECEIVED,
        arc(),
        results('spf=none (dmarc=pass header.from=acme.com; dkim=pass header.d=acme.com) smtp.mailfrom=x'),
      ],
      'none',
    ],
    [
      '"pass" in a value',
      [RECEIVED, arc(), results('spf=none smtp.mailfrom="x; dmarc=pass header.from=acme.com"')],
      'none',
    ],
    ['no stamp', [RECEIVED, HOP], 'none'],
    ['a forged one below the second hop', [RECEIVED, HOP, arc(), results(PASS)], 'none'],
    ['a forged one directly below the first hop', [RECEIVED, results(PASS)], 'none'],
    ["below somebody else's ARC set", [RECEIVED, arc('google.com'), results(PASS)], 'none'],
    [
      "a stamp with the sender's beside it",
      [RECEIVED, arc(), results('dmarc=fail header.from=acme.com'), results(PASS)],
      'fail',
    ],
    [
      'a stamp of another server',
      [
        RECEIVED,
        arc(),
        'Authentication-Results: mx.cloudflare.net.evil.example; dmarc=pass header.from=acme.com',
      ],
      'none',
    ],
    ['a stamp without the hop', [arc(), results(PASS)], 'silent'],
  ])('%s', async (_, headers, verdict) => {
    expect(await verdictOn('cloudflare', headers.join('\n'))).toBe(verdict)
  })

  it("takes the domain of Sender for the author's where both are the user's", async () => {
    const headers = [
      RECEIVED,
      arc(),
      results('dkim=pass header.d=gmail.com; dmarc=fail header.from=acme.com'),
      'Sender: ann@gmail.com',
    ].join('\n')
    expect(await verdictOn('cloudflare', headers)).toBe('via-sender')
    expect(await verdictOn('cloudflare', headers, { senders: [] })).toBe('fail')
  })

  it('counts for nothing at the other door', async () => {
    expect(await verdictOn('postmark', [RECEIVED, arc(), results(PASS)].join('\n'))).not.toBe('pass')
  })
})

describe('an author', () => {
  it.each([
    'ann@acme.com, eve@evil.example',
    'Ann <ann@acme.com>\nFrom: eve@evil.example',
    '=?utf-8?B?QW5uIDxhbm5AYWNtZS5jb20+?=',
    'Friends: ann@acme.com;',
    '<eve@evil.example> <ann@acme.com>',
  ])('that is not beyond doubt is nobody: %s', async (from) => {
    expect(await verdictOn('postmark', tests('DKIM_VALID_AU'), { from })).toBe('fail')
  })
})

describe('a header full of brackets and quotes', () => {
  it.each(['('.repeat(100_000), '"'.repeat(99_999), `a.b; ${'x=y '.repeat(30_000)}`, '\\'.repeat(100_001)])(
    'is read without hanging',
    (text) => expect(readAuthResults(text)?.results.length ?? 0).toBeLessThan(2),
  )
})
