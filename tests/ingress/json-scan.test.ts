import { expect, it } from 'vitest'
import { jsonScanner, type Shape, scanJson } from '../../src/ingress/json-scan.ts'
import { jsonText } from '../../src/ingress/json-text.ts'

/** What scanJson promises: JSON.parse, less what the shape does not name. */
const picked = (value: unknown, shape: Shape | undefined): unknown => {
  if (shape === undefined) return undefined
  if (typeof value === 'string') return 'chars' in shape ? value : undefined
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    return 'items' in shape
      ? value.slice(0, shape.most + 1).map((item) => picked(item, shape.items))
      : undefined
  }
  if (!('members' in shape)) return undefined
  const kept: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) {
    if (Object.hasOwn(shape.members, key)) kept[key] = picked(member, shape.members[key])
  }
  return kept
}

/** Numbers from 0 up to below `n`, the same in every run (mulberry32). */
const seeded = (seed: number) => (n: number) => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n)
}

const inPieces = (json: string, random: (n: number) => number): Uint8Array[] => {
  const bytes = new TextEncoder().encode(json)
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) pieces.push(bytes.subarray(at, (at += 1 + random(20))))
  return pieces
}

const SHAPE: Shape = {
  members: {
    Subject: { chars: 1000 },
    Attachments: { items: { members: { Name: { chars: 1000 }, Content: { chars: 1000 } } }, most: 3 },
    From: { members: { Email: { chars: 1000 } } },
  },
}

const generator = (random: (n: number) => number) => {
  const pick = <T>(items: readonly T[]): T => items[random(items.length)]!
  const space = () => pick(['', '', '', ' ', '\n', '\t\r\n '])
  const piece = () =>
    pick([
      'a',
      'Attachments',
      '"Attachments":[',
      'é',
      '🦊',
      '\ud83e',
      '\\',
      '"',
      '\n',
      '\u0000',
      '\ufeff',
      '{',
      ']',
      '/',
    ])
  const string = (): string => {
    const text = Array.from({ length: random(5) }, piece).join('')
    const json = JSON.stringify(random(6) === 0 ? text.padEnd(40, '\\') : text)
    return random(3) === 0 ? escapedAll(json) : json
  }
  const escapedAll = (json: string): string =>
    `"${Array.from(JSON.parse(json) as string, (c) =>
      c
        .split('')
        .map((u) => `\\u${u.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
    ).join('')}"`
  const key = () =>
    pick([
      '"Subject"',
      '"Attachments"',
      '"From"',
      '"Email"',
      '"Name"',
      '"Content"',
      '"__proto__"',
      '"Sub\\u006aect"',
      string(),
    ])
  const value = (depth: number): string => {
    const kind = random(depth > 4 ? 4 : 8)
    if (kind < 2) return string()
    if (kind === 2) return pick(['0', '-1.5e3', '1E+2', 'true', 'false', 'null', '12345678901234567890'])
    if (kind === 3) return pick(['[]', '{}', '[ ]', '{ }'])
    const many = Array.from({ length: random(6) })
    if (kind < 6) return `[${many.map(() => space() + value(depth + 1) + space()).join(',')}]`
    return `{${many.map(() => `${space()}${key()}${space()}:${space()}${value(depth + 1)}${space()}`).join(',')}}`
  }
  /** An inbound mail, more or less. */
  return () => {
    const members = ['"Subject"', '"Attachments"', '"From"', key(), key()]
    return `{${members.map((member) => `${member}:${value(1)}`).join(`${space()},`)}}${space()}`
  }
}

it('keeps what JSON.parse gives, and refuses what it throws at, in 3000 made-up texts, half of them broken', () => {
  const random = seeded(42)
  const next = generator(random)
  const marks = ['"', '\\', '{', '}', '[', ']', ',', ':', '1', 'e', '-', '.', 'n', ' ', '\n', '\u0000', 'u']
  let broken = 0
  for (let i = 0; i < 3000; i++) {
    let json = next()
    for (let cuts = i % 2 === 0 ? 0 : 1 + random(2); cuts > 0; cuts--) {
      const at = random(json.length)
      json = json.slice(0, at) + (random(2) ? marks[random(marks.length)] : '') + json.slice(at + random(2))
    }
    // Lone surrogates cannot be sent: make the text what its bytes say.
    json = json.toWellFormed()
    let expected: unknown
    try {
      expected = { value: picked(JSON.parse(json), SHAPE) }
    } catch {
      expected = { refused: 'not json' }
      broken++
    }
    const scanner = jsonScanner(SHAPE)
    const isJson = inPieces(json, random).every(scanner.feed) && scanner.end()
    expect(isJson ? { value: scanner.value() } : { refused: 'not json' }, json).toEqual(expected)
  }
  expect(broken).toBeGreaterThan(500)
})

it('cuts long strings between characters and tells so', () => {
  const random = seeded(7)
  const pieces = ['a', 'é', '🦊', '\\n', '\\\\', '\\"', '\\u00e9', '\\ud83e\\udd8a', '\\/']
  for (let i = 0; i < 2000; i++) {
    const json = Array.from({ length: 300 }, () => pieces[random(pieces.length)]).join('')
    const chars = random(60)
    const text = jsonText(chars)
    text.feed(new TextEncoder().encode(`${json}"`), 0)
    const value = text.value()!
    expect(text.isEnded()).toBe(true)
    expect(value.length).toBeGreaterThan(chars)
    expect(value.length).toBeLessThan(chars + 3)
    expect((JSON.parse(`"${json}"`) as string).startsWith(value)).toBe(true)
    expect(value.isWellFormed()).toBe(true)
  }
})

it('reads on to the end after a mistake, and stops where it is too much', async () => {
  let pulled = 0
  const endless = (bytes: number) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (pulled >= bytes) return controller.close()
        pulled += 1000
        controller.enqueue(new Uint8Array(1000).fill(0x20))
      },
    })
  expect(await scanJson(endless(50_000), SHAPE, 1e6)).toEqual({ refused: 'not json' })
  expect(pulled).toBe(50_000)
  pulled = 0
  expect(await scanJson(endless(1e9), SHAPE, 60_000)).toEqual({ refused: 'too large' })
  expect(pulled).toBeLessThan(70_000)
})

it('refuses deep nesting', async () => {
  const stream = new Response('['.repeat(100_000)).body!
  expect(await scanJson(stream, SHAPE, 1e6)).toEqual({ refused: 'not json' })
})
