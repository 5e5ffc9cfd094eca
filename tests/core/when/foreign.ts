/** Other languages, on Wed 2026-11-18 at 09:32 in Berlin. */
export const FOREIGN_FUTURE = `
morgen                       2026-11-19
übermorgen                   2026-11-20
nächste woche                2026-11-23
nächsten montag              2026-11-23
nächsten freitag             refuse
montag                       2026-11-23
mittwoch                     2026-11-25
in 3 tagen                   2026-11-21
3 tage                       2026-11-21
in zwei wochen               2026-12-02
15. januar                   2027-01-15
15.1.                        2027-01-15
15.1.2027                    2027-01-15
heute                        2026-11-18
freitag 14 uhr               2026-11-20 14:00
freitag um 14:30             2026-11-20 14:30
morgen früh                  2026-11-19
ende des monats              2026-11-30
gestern                      refuse
letzten freitag              refuse
vor 3 tagen                  refuse
in einem monat               2026-12-18
am freitag                   2026-11-20
3. dezember um 10 uhr        2026-12-03 10:00
nächsten monat               2026-12-01
bis montag                   2026-11-23
am 15.                       2026-12-15
nach weihnachten             2026-12-28
jeden montag                 refuse
demain                       2026-11-19
après-demain                 2026-11-20
la semaine prochaine         2026-11-23
lundi prochain               2026-11-23
vendredi prochain            refuse
mercredi                     2026-11-25
dans 3 jours                 2026-11-21
dans deux semaines           2026-12-02
15 janvier                   2027-01-15
le 15 janvier                2027-01-15
vendredi à 14h               2026-11-20 14:00
vendredi 14h30               2026-11-20 14:30
vendredi dernier             refuse
1er février                  2027-02-01
dans un mois                 2026-12-18
demain matin                 2026-11-19
jusqu'à lundi                2026-11-23
fin de mois                  2026-11-30
mañana                       2026-11-19
pasado mañana                2026-11-20
la próxima semana            2026-11-23
próximo lunes                2026-11-23
el lunes                     2026-11-23
en 3 días                    2026-11-21
15 de enero                  2027-01-15
viernes a las 3              2026-11-20 15:00
la semana que viene          2026-11-23
hasta el lunes               2026-11-23
domani                       2026-11-19
dopodomani                   2026-11-20
la prossima settimana        2026-11-23
tra 3 giorni                 2026-11-21
venerdì alle 14              2026-11-20 14:00
fra due settimane            2026-12-02
fine mese                    2026-11-30
amanhã                       2026-11-19
depois de amanhã             2026-11-20
próxima semana               2026-11-23
segunda-feira                2026-11-23
sexta às 14h                 2026-11-20 14:00
em 3 dias                    2026-11-21
daqui a 3 dias               2026-11-21
overmorgen                   2026-11-20
volgende week                2026-11-23
over 3 dagen                 2026-11-21
vrijdag om 14 uur            2026-11-20 14:00
tot maandag                  2026-11-23
`

export const FOREIGN_PAST = `
gestern                      2026-11-17
letzten freitag              2026-11-13
vor 3 tagen                  2026-11-15
hier                         2026-11-17
vendredi dernier             2026-11-13
il y a 3 jours               2026-11-15
ayer                         2026-11-17
viernes pasado               2026-11-13
hace 3 días                  2026-11-15
ieri                         2026-11-17
venerdì scorso               2026-11-13
3 giorni fa                  2026-11-15
ontem                        2026-11-17
sexta passada                2026-11-13
há 3 dias                    2026-11-15
gisteren                     2026-11-17
afgelopen vrijdag            2026-11-13
3 dagen geleden              2026-11-15
anteayer                     2026-11-16
freitag                      2026-11-13
letzte woche                 refuse
`
