/**
 * The month, 1 to 12, that a word means in some 25 languages, whole or as programs shorten it; undefined for other
 * words. Accents do not count. Left out is what means different months to different people (Croatian "listopad" is
 * October, Polish and Czech "listopad" is November; the Croatian months are all left out).
 */
export const monthOf = (word: string): number | undefined => MONTHS.get(folded(word))

const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/\.$/, '')

/** English, German, French, Spanish, Catalan, Italian, Portuguese, Dutch, Scandinavian, Finnish, Slavic, and so on. */
const NAMES: string[] = [
  `january jan januar janner jaenner janvier janv enero ene gener gennaio gen janeiro januari tammikuu tammikuuta tammik
  tammi stycznia styczen sty leden ledna led januara januar ianuarie ian ocak oca января январь янв січня січень січ
  януари ιανουαριου ιανουαριος ιαν januar január janúar jaanuar sausio sausis janvaris januari ינואר يناير 1월`,
  `february feb februar feber fevrier fevr fev febrero febrer febbraio febr fevereiro februari helmikuu helmikuuta helmik
  helmi lutego luty lut unor unora uno februara februarie subat sub февраля февраль фев февр лютого лютий лют февруари
  φεβρουαριου φεβρουαριος φεβ febrúar veebruar vasario februaris פברואר فبراير`,
  `march mar marz maerz mrz mars marzo marc março marco marto maart mrt maaliskuu maaliskuuta maalisk maalis marca marzec
  brezen brezna bre marca marec martie mart marcius marc марта март мар березня березень бер mars märts kovo marts
  μαρτιου μαρτιος μαρ מרץ مارس`,
  `april apr avril avr abril abr aprile huhtikuu huhtikuuta huhtik huhti kwietnia kwiecien kwi duben dubna dub aprila
  aprilie nisan nis aprilis апреля апрель апр квітня квітень квіт април απριλιου απριλιος απρ aprill balandzio
  אפריל ابريل أبريل`,
  `may mai mayo maig maggio mag maio mei maj toukokuu toukokuuta toukok touko maja kveten kvetna kve maja mai mayis majus
  maj мая май травня травень трав μαιου μαιος μαι μαϊ maí mai geguzes מאי مايو`,
  `june jun juni juin junio juny giugno giu junho kesakuu kesakuuta kesak kesa czerwca czerwiec cze cerven cervna iunie iun
  haziran haz junius июня июнь июн червня червень черв юни ιουνιου ιουνιος ιουν juni juuni birzelio יוני يونيو`,
  `july jul juli juillet juil julio juliol luglio lug julho heinakuu heinakuuta heinak heina lipca lipiec cervenec cervence
  iulie iul temmuz tem julius июля июль июл липня липень лип юли ιουλιου ιουλιος ιουλ juuli liepos יולי يوليو`,
  `august aug aout agosto ago agost ag augusti augustus elokuu elokuuta elok elo sierpnia sierpien sie srpen srpna srp
  augusta agustos agu augusztus августа август авг серпня серпень серп αυγουστου αυγουστος αυγ agust agúst rugpjucio
  אוגוסט أغسطس اغسطس`,
  `september sep sept septembre septiembre setiembre set setembre settembre sett setembro syyskuu syyskuuta syysk syys
  wrzesnia wrzesien wrz zari zar septembra septembrie eylul eyl szeptember szept сентября сентябрь сен сент вересня
  вересень вер септември σεπτεμβριου σεπτεμβριος σεπ σεπτ rugsejo ספטמבר سبتمبر`,
  `october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta lokak loka pazdziernika pazdziernik
  paz rijen rijna rij oktobra octombrie ekim eki oktober октября октябрь окт жовтня жовтень жовт октомври οκτωβριου
  οκτωβριος οκτ oktoober spalio אוקטובר أكتوبر اكتوبر`,
  `november nov novembre noviembre novembro marraskuu marraskuuta marrask marras listopada listopad listopadu lis novembra noiembrie
  noi kasim kas november ноября ноябрь ноя нояб листопада листопад лист ноември νοεμβριου νοεμβριος νοε nóvember lapkricio
  נובמבר نوفمبر`,
  `december dec dezember dez decembre diciembre dic desembre des dicembre dezembro desember joulukuu joulukuuta jouluk joulu
  grudnia grudzien gru prosinec prosince pro decembra decembrie aralik ara december декабря декабрь дек грудня грудень груд
  декември δεκεμβριου δεκεμβριος δεκ detsember gruodzio דצמבר ديسمبر`,
]

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.split(/\s+/).map((name) => [folded(name), i + 1] as const)),
)
