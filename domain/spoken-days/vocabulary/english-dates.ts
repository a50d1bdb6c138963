import type { Phrases } from './roles.ts';

/** English words of time, with abbreviations and the usual typos. */
export const ENGLISH_DATES: Phrases = {
  weekday:
    'monday=1 | mon=1 | monady=1 | tuesday=2 | tue=2 | tues=2 | tusday=2 | wednesday=3 | wed=3 | weds=3 | wednesdey=3 | wensday=3 | ' +
    'thursday=4 | thu=4 | thur=4 | thurs=4 | friday=5 | fri=5 | firday=5 | saturday=6 | sat=6 | saterday=6 | sunday=7 | sun=7',
  weekdays: 'mondays=1 | tuesdays=2 | wednesdays=3 | thursdays=4 | fridays=5 | saturdays=6 | sundays=7',
  month:
    'january=1 | jan=1 | february=2 | feb=2 | febuary=2 | march=3 | mar=3 | april=4 | apr=4 | may=5 | june=6 | jun=6 | july=7 | jul=7 | ' +
    'august=8 | aug=8 | september=9 | sept=9 | sep=9 | october=10 | oct=10 | november=11 | nov=11 | december=12 | dec=12',
  part: 'morning=1 | mornings=1 | afternoon=2 | afternoons=2 | evening=3 | evenings=3 | eve=3',
  night: 'night | nights',
  allday: 'all day | all day long | the whole day | whole day | day and night',
  noon: 'noon | midday',
  midnight: 'midnight',
  relday:
    'tomorrow=1 | tomorow=1 | tommorow=1 | tommorrow=1 | tmrw=1 | tmr=1 | tomoz=1 | the day after tomorrow=2 | day after tomorrow=2 | today=0 | yesterday=-1 | the day before yesterday=-2',
  tonight: 'tonight | tonite | 2nite',
  holiday:
    'christmas day=1 | christmas=1 | xmas=1 | xmas day=1 | new year s day=2 | new years day=2 | easter sunday=3 | easter=3 | easter monday=4 | ' +
    'ascension=5 | ascension day=5 | pentecost=6 | whit monday=7 | all saints day=8 | all saints=8 | armistice day=9 | bastille day=10 | assumption=11 | labour day=12',
  eve: 'christmas eve=1 | xmas eve=1 | new year s eve=2 | new years eve=2 | nye=2',
  newyear: 'new year | new years | new year s',
  school:
    'school holidays | school holiday | half term | school break | christmas holidays | easter holidays | easter break | christmas break | spring break | summer holidays',
  season: 'holidays | the holidays | festive season | summer | winter | spring | autumn | year | season',
  week: 'week | weeks | wk',
  weekend: 'weekend | weekends | week end | wkend | wknd',
  monthword: 'month | months',
  dayword: 'day | days',
  hourword: "o clock | o'clock | hours | hour",
  fortnight: 'fortnight',
  early: 'early | beginning of | the beginning of | start of | the start of | early in',
  mid: 'mid | middle of | the middle of',
  late: 'late | end of | the end of | late in',
  first: 'first',
  second: 'second',
  third: 'third | fourth=4',
  half: 'half',
  last: 'last',
  next: 'next | following | coming',
  the: 'the',
  this: 'this | these',
  of: 'of',
  from: 'from',
  to: 'to | through | thru',
  at: 'at',
  in: 'in | on | over | during | within',
  between: 'between',
  and: 'and | n | plus | then | also | and also | and then',
  or: 'or | either',
  nor: 'nor | neither',
  until: 'until | till | til | up to | up until',
  starting: 'starting | starting from | from then | as of | as from | onwards | onward',
  after: 'after',
  before: 'before',
  by: 'by',
  except:
    'except | except for | excluding | apart from | other than | bar | aside from | with the exception of | excepting',
  each: 'every | each',
  all: 'all | whole | entire | all of | whole of | all through | the whole of | all month | all week',
  included: 'inclusive | included',
};

/** Number words and ordinals; "second", "first" and "third" also rank weekends, so they are roles of their own. */
export const ENGLISH_NUMBERS =
  'two=2 | three=3 | four=4 | five=5 | six=6 | seven=7 | eight=8 | nine=9 | ten=10 | eleven=11 | twelve=12 | thirteen=13 | fourteen=14 | fifteen=15 | ' +
  'sixteen=16 | seventeen=17 | eighteen=18 | nineteen=19 | twenty=20 | twenty one=21 | twenty two=22 | twenty three=23 | twenty four=24 | ' +
  'twenty five=25 | twenty six=26 | twenty seven=27 | twenty eight=28 | twenty nine=29 | thirty=30 | thirty one=31';
export const ENGLISH_ORDINALS =
  'fifth=5 | sixth=6 | seventh=7 | eighth=8 | ninth=9 | tenth=10 | eleventh=11 | twelfth=12 | thirteenth=13 | fourteenth=14 | fifteenth=15 | ' +
  'sixteenth=16 | seventeenth=17 | eighteenth=18 | nineteenth=19 | twentieth=20 | twenty first=21 | twenty second=22 | twenty third=23 | twenty fourth=24 | ' +
  'twenty fifth=25 | twenty sixth=26 | twenty seventh=27 | twenty eighth=28 | twenty ninth=29 | thirtieth=30 | thirty first=31';
