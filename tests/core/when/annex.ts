/** What people type for "snooze until", and the date it means on Wed 2026-11-18 at 09:32; "refuse": nothing. */
export const ANNEX = `
# FUT interval (documented)
2hours                             2026-11-18 11:32
3days                              2026-11-21
1day                               2026-11-19
48hours                            2026-11-20
32hours                            2026-11-19 17:32
4weeks                             2026-12-16
5months                            2027-04-18
6years                             2032-11-18
1year                              2027-11-18
2h                                 2026-11-18 11:32
3d                                 2026-11-21
4w                                 2026-12-16
5mo                                2027-04-18
6y                                 2032-11-18
1week                              2026-11-25
2weeks                             2026-12-02
# FUT time of day (documented)
11am                               2026-11-18 11:00
1132am                             2026-11-18 11:32
1630                               2026-11-18 16:30
3pm                                2026-11-18 15:00
9am                                2026-11-19 09:00
noon                               2026-11-18 12:00
tonight                            2026-11-18
# FUT date (documented)
mar30                              2027-03-30
22april                            2027-04-22
jan15                              2027-01-15
21jan2027                          2027-01-21
1Jan2027                           2027-01-01
December2nd2026                    2026-12-02
December2.2026                     2026-12-02
12pmAug25                          2027-08-25 12:00
Aug25.12pm                         2027-08-25 12:00
1300.7.Aug.2027                    2027-08-07 13:00
September14.3pm                    2027-09-14 15:00
9amSept14th2027                    2027-09-14 09:00
9amTomorrow                        2026-11-19 09:00
tomorrow2pm                        2026-11-19 14:00
april3rdAt1300                     2027-04-03 13:00
# FUT weekday/quick (documented)
tuesday                            2026-11-24
tues                               2026-11-24
weds930am                          2026-11-25 09:30
monday3pm                          2026-11-23 15:00
friday                             2026-11-20
LastDayOfMonth                     2026-11-30
3rdThursday                        2026-11-19
2ndFri                             2026-12-11
tomorrow                           2026-11-19
nextweek                           2026-11-23
nextmonth                          2026-12-01
nextmonday                         2026-11-23
endofmonth                         2026-11-30
september                          2027-09-01
# durations, words
3 days                             2026-11-21
in 3 days                          2026-11-21
for 3 days                         2026-11-21
a week                             2026-11-25
in a week                          2026-11-25
one week                           2026-11-25
2 wks                              2026-12-02
two weeks                          2026-12-02
in two weeks                       2026-12-02
couple of days                     2026-11-20
a couple of weeks                  2026-12-02
a few days                         2026-11-21
a month                            2026-12-18
6 months                           2027-05-18
in half a year                     2027-05-18
six months from now                2027-05-18
3 more days                        2026-11-21
a fortnight                        2026-12-02
10 days                            2026-11-28
1.5 weeks                          2026-11-28
five days                          2026-11-23
3 business days                    2026-11-23
5 working days                     2026-11-25
2 weeks from friday                2026-12-04
a week from monday                 2026-11-30
90 days                            2027-02-16
# weekday phrases
until monday                       2026-11-23
until next monday                  2026-11-23
till friday                        2026-11-20
on friday                          2026-11-20
this friday                        2026-11-20
next friday                        2026-11-27
mon                                2026-11-23
thurs                              2026-11-19
wednesday                          2026-11-25
wed                                2026-11-25
monday morning                     2026-11-23
monday at 8:30                     2026-11-23 08:30
friday 17:00                       2026-11-20 17:00
fri 5pm                            2026-11-20 17:00
the weekend                        2026-11-21
this weekend                       2026-11-21
next weekend                       2026-11-28
monday week                        2026-11-30
first monday of december           2026-12-07
last friday of the month           2026-11-27
next weekday                       2026-11-19
next business day                  2026-11-19
# day phrases
tomorrow morning                   2026-11-19
tomorrow at noon                   2026-11-19 12:00
tomorrow 9am                       2026-11-19 09:00
day after tomorrow                 2026-11-20
the day after tomorrow             2026-11-20
this afternoon                     2026-11-18
this evening                       2026-11-18
later today                        2026-11-18
today 5pm                          2026-11-18 17:00
next week                          2026-11-23
sometime next week                 2026-11-23
next month                         2026-12-01
next year                          2027-01-01
eod                                2026-11-18
eow                                2026-11-20
eom                                2026-11-30
end of the week                    2026-11-20
end of the month                   2026-11-30
end of next week                   2026-11-27
end of year                        2026-12-31
early next week                    2026-11-23
beginning of next month            2026-12-01
next quarter                       2027-01-01
tmrw                               2026-11-19
tomorow                            2026-11-19
3 dayz                             2026-11-21
# calendar dates
jan 15                             2027-01-15
15 jan                             2027-01-15
January 15th                       2027-01-15
the 1st                            2026-12-01
on the 15th                        2026-12-15
the 25th                           2026-11-25
first of the month                 2026-12-01
mid december                       2026-12-15
early january                      2027-01-01
in january                         2027-01-01
january                            2027-01-01
dec 24                             2026-12-24
nov 17                             2027-11-17
2027-01-15                         2027-01-15
15.01.2027                         2027-01-15
dec 3 at 2pm                       2026-12-03 14:00
Thursday Dec 3                     2026-12-03
# holidays / seasons
after the holidays                 2027-01-04
after christmas                    2026-12-28
after new year                     2027-01-04
after thanksgiving                 2026-11-30
spring                             2027-03-20
q1                                 2027-01-01
# must be refused / asked
every monday                       refuse
everyday                           refuse
forever                            refuse
never                              refuse
later                              refuse
yesterday                          refuse
3 days ago                         refuse
until jane replies                 refuse
a while                            refuse
3                                  refuse
when the deal closes in may or so  refuse
last week                          refuse
`
