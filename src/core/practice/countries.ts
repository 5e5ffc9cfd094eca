import { COUNTRIES, type Country } from './holidays.ts'

/** The country whose holidays a zone suggests (practice 8.15): by its city, else the United States. */
export const countryOf = (zone: string): Country =>
  ZONES[zone] ?? (zone.startsWith('Australia/') ? 'AU' : 'US')

/** The country that "uk" or "Germany" names, or undefined where its holidays are not known. */
export function readCountry(text: string): Country | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^the\s+|\.|\s+please$/g, '')
  return NAMES[name] ?? COUNTRIES.find((country) => country.toLowerCase() === name)
}

export const COUNTRY_NAMES: Record<Country, string> = {
  US: 'United States',
  CA: 'Canada',
  GB: 'United Kingdom',
  IE: 'Ireland',
  DE: 'Germany',
  FR: 'France',
  NL: 'Netherlands',
  AU: 'Australia',
  IN: 'India',
}

/** Countries that write 12/3 for the third of December; all others here mean the twelfth of March. */
export const isDayFirst = (country: Country): boolean => country !== 'US'

const NAMES: Record<string, Country> = {
  ...Object.fromEntries(
    Object.entries(COUNTRY_NAMES).map(([code, name]) => [name.toLowerCase(), code as Country]),
  ),
  usa: 'US',
  america: 'US',
  uk: 'GB',
  britain: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  deutschland: 'DE',
  holland: 'NL',
}

const ZONES: Record<string, Country> = {
  'America/Toronto': 'CA',
  'America/Vancouver': 'CA',
  'America/Edmonton': 'CA',
  'America/Winnipeg': 'CA',
  'America/Halifax': 'CA',
  'America/St_Johns': 'CA',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Berlin': 'DE',
  'Europe/Paris': 'FR',
  'Europe/Amsterdam': 'NL',
  'Asia/Kolkata': 'IN',
  'Asia/Calcutta': 'IN',
}
