/**
 * Phrases that were written down before or apart from the grammar, on Thu 2026-12-10 at 14:05 in New York.
 * Numeric dates are month first.
 */
export const FUTURE = `
in about 2 weeks                   2026-12-24
next thurs                         2026-12-17
wed the 16th                       2026-12-16
mid january                        2027-01-15
after the 1st                      2027-01-02
end of jan                         2027-01-31
first week of january              2027-01-04
the week of jan 11                 2027-01-11
tomorrow at 8                      2026-12-11 08:00
15th of january                    2027-01-15
sunday night                       2026-12-13
1/15                               2027-01-15
1/2/27                             2027-01-02
a month from now                   2027-01-10
three weeks from tomorrow          2027-01-01
5 bd                               2026-12-17
10 business days                   2027-01-04
till the new year                  2027-01-01
after xmas                         2026-12-28
early feb                          2027-02-01
2 months                           2027-02-10
monday after next                  2026-12-21
the week after next                2026-12-21
wensday                            2026-12-16
jan. 15                            2027-01-15
Friday, Jan 15                     2027-01-15
half an hour                       2026-12-10 14:35
45 min                             2026-12-10 14:50
4pm                                2026-12-10 16:00
friday afternoon                   2026-12-11
EOD tomorrow                       2026-12-11
in the new year                    2027-01-01
next spring                        2027-03-20
Q2                                 2027-04-01
after mlk day                      2027-01-19
valentines day                     2027-02-14
soon                               refuse
never mind                         refuse
monday or tuesday                  refuse
when she's back                    refuse
feb 30                             refuse
13:75                              refuse
tomorrow night                     2026-12-11
a week from today                  2026-12-17
in 3 wks                           2026-12-31
ten days                           2026-12-20
4 business days from now           2026-12-16
friday next week                   2026-12-18
next week friday                   2026-12-18
1st of feb                         2027-02-01
feb 1st at 10am                    2027-02-01 10:00
thurs jan 7                        2027-01-07
january 7, 2027                    2027-01-07
7 jan 2027                         2027-01-07
01/07/2027                         2027-01-07
1-7-27                             2027-01-07
first thing monday                 2026-12-14
monday first thing                 2026-12-14
early next month                   2027-01-01
mid-january                        2027-01-15
late january                       2027-01-21
last week of january               2027-01-25
2nd week of january                2027-01-11
second tuesday in january          2027-01-12
the monday after new years         2027-01-04
the day after christmas            2026-12-26
a week after christmas             2027-01-01
christmas eve                      2026-12-24
3 months from now                  2027-03-10
a year                             2027-12-10
18 months                          2028-06-10
couple weeks                       2026-12-24
a few weeks                        2026-12-31
few more days                      2026-12-13
another week                       2026-12-17
in two fridays                     refuse
next monday at 9:30                2026-12-14 09:30
tommorow                           2026-12-11
thrusday                           2026-12-17
firday                             2026-12-11
febuary 3                          2027-02-03
janury 20                          2027-01-20
in 2 weks                          2026-12-24
this sunday                        2026-12-13
the end of next month              2027-01-31
end of q1                          2027-03-31
start of q1                        2027-01-01
beginning of q2 2027               2027-04-01
summer                             2027-06-21
after easter                       2027-03-29
after labor day                    2027-09-07
next fall                          2027-09-22
by the end of the week             2026-12-11
by tuesday                         2026-12-15
til I hear back                    refuse
a bit                              refuse
sometime                           refuse
not sure                           refuse
some day                           refuse
20 to 25                           refuse
monday to friday                   refuse
between monday and wednesday       refuse
wed dec 17                         refuse
the 32nd                           refuse
jane                               refuse
100000 days                        refuse
-3 days                            refuse
3d!                                2026-12-13
3 d                                2026-12-13
3days please                       2026-12-13
fri.                               2026-12-11
2wk                                2026-12-24
3 weeks or so                      2026-12-31
roughly a month                    2027-01-10
tomorrow around 3pm                2026-12-11 15:00
twenty five days                   2027-01-04
every other day                    refuse
any day                            refuse
mid week                           refuse
jan                                2027-01-01
dec                                refuse
in 36 hours                        2026-12-12 02:05
1 hr                               2026-12-10 15:05
5 minutes                          2026-12-10 14:10
2 hours                            2026-12-10 16:05
1 week                             2026-12-17
6 months                           2027-06-10
ten year                           2036-12-10
in 2 hours                         2026-12-10 16:05
in 30 minutes                      2026-12-10 14:35
in a month                         2027-01-10
5 minutes from now                 2026-12-10 14:10
a week from now                    2026-12-17
two weeks from now                 2026-12-24
half hour                          2026-12-10 14:35
half day                           refuse
half week                          refuse
half month                         refuse
in half an hour                    2026-12-10 14:35
one and a half hours               2026-12-10 15:35
in one and a half hours            2026-12-10 15:35
1.5 hours                          2026-12-10 15:35
2.5 days                           refuse
1 hour and 30 minutes              2026-12-10 15:35
2 hours and 15 minutes             2026-12-10 16:20
5 days and 2 hours                 2026-12-15 16:05
1 week 3 hours                     2026-12-17 17:05
2 days at 3pm                      2026-12-12 15:00
1 week at 9am                      2026-12-17 09:00
2h                                 2026-12-10 16:05
30m                                refuse
1h30m                              2026-12-10 15:35
2h15m                              2026-12-10 16:20
1h30minutes                        2026-12-10 15:35
2hr15min                           2026-12-10 16:20
1hour30min                         2026-12-10 15:35
couple hours                       2026-12-10 16:05
a couple of days                   2026-12-12
in a couple hours                  2026-12-10 16:05
a few minutes                      2026-12-10 14:08
in a few hours                     2026-12-10 17:05
in a few days                      2026-12-13
fortnight                          2026-12-24
in a fortnight                     2026-12-24
2 days later                       2026-12-12
a week later                       2026-12-17
month later                        refuse
after 2 hours                      2026-12-10 16:05
after 3 days                       2026-12-13
within a week                      2026-12-17
within 2 hours                     2026-12-10 16:05
today                              2026-12-10
tonight                            2026-12-10
tomorrow evening                   2026-12-11
tomorrow 9                         refuse
tonight at 8                       2026-12-10 20:00
tonight at 10pm                    2026-12-10 22:00
tomorrow same time                 refuse
day after tomorrow at 2pm          2026-12-12 14:00
this weekend at noon               refuse
end of day                         2026-12-10
end of week                        2026-12-11
next tuesday at 2pm                2026-12-15 14:00
in 1 week at 9am                   2026-12-17 09:00
dec 25 at 9am                      2026-12-25 09:00
today at midnight                  refuse
6:00 tomorrow                      2026-12-11 18:00
5am tomorrow                       2026-12-11 05:00
next day                           2026-12-11
half past 3 pm                     2026-12-10 15:30
11 tonight                         2026-12-10 23:00
2 at night                         refuse
until 6pm                          2026-12-10 18:00
next 3 weeks                       2026-12-31
3rd quarter                        2027-07-01
next thanksgiving                  2027-11-25
next christmas                     refuse
may tenth                          2027-05-10
in 1/2 hour                        2026-12-10 14:35
friday at 9am PST                  2026-12-11 12:00
this week                          refuse
this month                         refuse
tuesday next week                  2026-12-15
next week wednesday                2026-12-16
saturday this week                 2026-12-12
in 5 weeks                         2027-01-14
this Saturday                      2026-12-12
next Saturday                      2026-12-19
every 4th at noon                  refuse
`

export const PAST = `
yesterday afternoon                2026-12-09
on monday                          2026-12-07
this morning                       2026-12-10
last thursday                      2026-12-03
a week ago                         2026-12-03
dec 3rd                            2026-12-03
two days ago                       2026-12-08
the other day                      refuse
last night                         2026-12-09
11/30                              2026-11-30
3 nov                              2026-11-03
day before yesterday               2026-12-08
just now                           2026-12-10
earlier today                      2026-12-10
yesterday at 4                     2026-12-09 16:00
tues                               2026-12-08
last wed                           2026-12-09
last tuesday                       2026-12-08
thursday                           2026-12-03
3 weeks ago                        2026-11-19
a couple of days ago               2026-12-08
on the 2nd                         2026-12-02
dec 20                             2025-12-20
nov. 30                            2026-11-30
12/1                               2026-12-01
two hours ago                      2026-12-10 12:05
5 minutes ago                      2026-12-10 14:00
monday morning                     2026-12-07
this past friday                   2026-12-04
last month                         refuse
tomorrow                           refuse
next friday                        refuse
in 2 days                          refuse
at the conference                  refuse
on 3 november 2025                 2025-11-03
yesterday at noon                  2026-12-09 12:00
yesterday evening                  2026-12-09
today morning                      2026-12-10
6:00 yesterday                     2026-12-09 18:00
5am yesterday                      2026-12-09 05:00
4pm yesterday                      2026-12-09 16:00
last friday                        2026-12-04
tuesday last week                  2026-12-01
last week wednesday                2026-12-02
tuesday this week                  2026-12-08
10 minutes ago                     2026-12-10 13:55
10 weeks ago                       2026-10-01
10 months ago                      2026-02-10
last year                          refuse
`

export const MEETING = `
tmrw 10:30                         2026-12-11 10:30
mon at 4                           2026-12-14 16:00
thursday noon                      2026-12-17 12:00
1/7 2:15pm                         2027-01-07 14:15
wed 9-10am                         2026-12-16 09:00
tue 3:30 ET                        2026-12-15 15:30
friday at 11 in the morning        2026-12-11 11:00
next wednesday same time           2026-12-16 10:00
jan 5 8am                          2027-01-05 08:00
the 17th at 1                      2026-12-17 13:00
tomorrow 4                         2026-12-11 16:00
tues 10ish                         refuse
wednesday 11:30am                  2026-12-16 11:30
fri @ 1                            2026-12-11 13:00
monday 12                          2026-12-14 12:00
14 dec 9:15                        2026-12-14 09:15
dec 14, 9:15 am                    2026-12-14 09:15
Mon Dec 14 at 3pm EST              2026-12-14 15:00
3pm on monday                      2026-12-14 15:00
next thursday at 5:30              2026-12-17 17:30
today at 4                         2026-12-10 16:00
today 5pm                          2026-12-10 17:00
today at 1                         refuse
tuesday 2-3                        2026-12-15 14:00
tuesday 2 to 2:30                  2026-12-15 14:00
friday lunch                       2026-12-11
the 21st 2pm                       2026-12-21 14:00
12/15/26 14:00                     2026-12-15 14:00
thu 6pm                            2026-12-17 18:00
mon 8                              2026-12-14 08:00
in 2 weeks                         2026-12-24
next week                          2026-12-14
same time tomorrow                 2026-12-11 10:00
monday same time                   2026-12-14 10:00
a monday                           refuse
one on one                         refuse
3 of us                            refuse
`
