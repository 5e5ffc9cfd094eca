/** Zones by what people call them: abbreviations, regions, and cities whose name is not their zone's. */
export const CITIES: ReadonlyMap<string, string> = byName({
  'America/New_York':
    'et,est,edt,eastern,us eastern,nyc,ny,new york city,boston,philadelphia,philly,washington,washington dc,dc,' +
    'atlanta,miami,orlando,tampa,pittsburgh,cleveland,columbus,charlotte,raleigh,baltimore,buffalo,cincinnati,' +
    'east coast,florida,massachusetts,new jersey,brooklyn,us/eastern',
  'America/Toronto': 'ottawa,montreal,quebec,ontario',
  'America/Detroit': 'michigan,ann arbor',
  'America/Chicago':
    'ct,cst,cdt,central,us central,us/central,dallas,houston,austin,san antonio,minneapolis,st louis,saint louis,' +
    'milwaukee,madison,nashville,memphis,new orleans,kansas city,texas,illinois,oklahoma city,omaha',
  'America/Denver':
    'mt,mst,mdt,mountain,us mountain,us/mountain,salt lake city,slc,boulder,albuquerque,colorado,utah,santa fe',
  'America/Phoenix': 'arizona,tucson,scottsdale,tempe',
  'America/Los_Angeles':
    'pt,pst,pdt,pacific,us pacific,us/pacific,la,sf,san francisco,bay area,seattle,san diego,san jose,oakland,' +
    'palo alto,silicon valley,berkeley,sacramento,las vegas,vegas,california,west coast,stanford,portland',
  'America/Vancouver': 'british columbia',
  'America/Edmonton': 'calgary,alberta',
  'America/Anchorage': 'alaska,akst,akdt',
  'Pacific/Honolulu': 'hawaii,hst,us/hawaii',
  'America/Halifax': 'ast,adt,atlantic,nova scotia',
  'America/St_Johns': 'newfoundland,nst,ndt',
  'America/Sao_Paulo': 'rio,rio de janeiro,brazil,brasilia,brt',
  'America/Argentina/Buenos_Aires': 'buenos aires,argentina',
  'America/Bogota': 'colombia',
  'America/Lima': 'peru',
  'America/Santiago': 'chile',
  'Europe/London': 'bst,uk,england,scotland,edinburgh,glasgow,oxford,bristol,wales,britain',
  'Europe/Dublin': 'ireland',
  'Europe/Lisbon': 'portugal,porto,wet',
  'Europe/Berlin':
    'cet,cest,mez,mesz,germany,munich,munchen,hamburg,frankfurt,cologne,koln,stuttgart,leipzig',
  'Europe/Zurich': 'switzerland,geneva,basel,bern',
  'Europe/Paris': 'france,lyon,marseille',
  'Europe/Madrid': 'spain,barcelona,valencia',
  'Europe/Rome': 'italy,milan,milano,roma,turin',
  'Europe/Amsterdam': 'netherlands,holland,rotterdam,the hague,utrecht',
  'Europe/Vienna': 'austria,wien',
  'Europe/Prague': 'czechia,praha',
  'Europe/Warsaw': 'poland,krakow',
  'Europe/Stockholm': 'sweden,gothenburg',
  'Europe/Copenhagen': 'denmark',
  'Europe/Oslo': 'norway',
  'Europe/Brussels': 'belgium',
  'Europe/Athens': 'eet,eest,greece',
  'Europe/Kyiv': 'kiev,ukraine',
  'Europe/Moscow': 'msk,russia,st petersburg',
  'Europe/Istanbul': 'turkey',
  'Asia/Jerusalem': 'israel,tel aviv',
  'Asia/Dubai': 'uae,abu dhabi,gst',
  'Asia/Karachi': 'pakistan,lahore,pkt',
  'Asia/Kolkata':
    'ist,india,mumbai,bombay,delhi,new delhi,bangalore,bengaluru,chennai,hyderabad,pune,calcutta,ahmedabad,kolkata',
  'Asia/Kathmandu': 'nepal',
  'Asia/Dhaka': 'bangladesh',
  'Asia/Yangon': 'myanmar',
  'Asia/Bangkok': 'thailand',
  'Asia/Ho_Chi_Minh': 'vietnam,hanoi,saigon,ho chi minh city',
  'Asia/Jakarta': 'indonesia',
  'Asia/Manila': 'philippines',
  'Asia/Singapore': 'sgt',
  'Asia/Kuala_Lumpur': 'malaysia',
  'Asia/Hong_Kong': 'hk,hkt',
  'Asia/Shanghai': 'china,beijing,shenzhen,guangzhou',
  'Asia/Taipei': 'taiwan',
  'Asia/Tokyo': 'jst,japan,osaka,kyoto',
  'Asia/Seoul': 'kst,korea,south korea',
  'Australia/Sydney': 'aest,aedt,canberra',
  'Australia/Perth': 'awst',
  'Australia/Adelaide': 'acst,acdt',
  'Pacific/Auckland': 'nzst,nzdt,new zealand,wellington',
  'Africa/Lagos': 'nigeria,wat',
  'Africa/Nairobi': 'kenya,eat',
  'Africa/Johannesburg': 'sast,south africa,cape town',
})

function byName(zones: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(zones).flatMap(([zone, names]) => names.split(',').map((name) => [name, zone] as const)),
  )
}
