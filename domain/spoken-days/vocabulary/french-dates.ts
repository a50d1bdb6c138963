import type { Phrases } from './roles.ts';

/** French words of time, without accents, with the spellings of chat and the usual typos. */
export const FRENCH_DATES: Phrases = {
  weekday:
    'lundi=1 | lun=1 | lundit=1 | mardi=2 | mar=2 | mercredi=3 | mer=3 | mercre=3 | mecredi=3 | merc=3 | mercr=3 | ' +
    'jeudi=4 | jeu=4 | jeudit=4 | vendredi=5 | ven=5 | vendr=5 | vendredit=5 | samedi=6 | sam=6 | samdi=6 | same=6 | ' +
    'dimanche=7 | dim=7 | dimance=7 | dimanch=7',
  weekdays: 'lundis=1 | mardis=2 | mercredis=3 | jeudis=4 | vendredis=5 | samedis=6 | dimanches=7',
  month:
    'janvier=1 | janv=1 | jan=1 | fevrier=2 | fevr=2 | fev=2 | fevrie=2 | mars=3 | avril=4 | avr=4 | avri=4 | mai=5 | juin=6 | ' +
    'juillet=7 | juil=7 | jul=7 | juill=7 | aout=8 | aou=8 | out=8 | septembre=9 | sept=9 | sep=9 | octobre=10 | oct=10 | ' +
    'novembre=11 | nov=11 | decembre=12 | dec=12 | desembre=12 | decenbre=12',
  part:
    'matin=1 | matins=1 | matinee=1 | apres midi=2 | apresmidi=2 | apres midis=2 | aprem=2 | aprems=2 | apm=2 | aprm=2 | aprmidi=2 | ' +
    'soir=3 | soirs=3 | soiree=3 | soirees=3',
  night: 'nuit | nuits',
  allday: 'journee | toute la journee | toute la journee du=1 | journees | jour et nuit',
  noon: 'midi',
  midnight: 'minuit',
  relday:
    "demain=1 | dmain=1 | 2main=1 | 2m1=1 | dem1=1 | dem=1 | apres demain=2 | apresdemain=2 | apres 2main=2 | apres dmain=2 | aujourd'hui=0 | aujourdhui=0 | aujourd hui=0 | auj=0 | ajd=0 | ojd=0 | oj=0 | hier=-1 | avant hier=-2 | avanthier=-2",
  eight: 'en huit | en 8',
  fifteen: 'en quinze | en 15',
  holiday:
    "noel=1 | jour de noel=1 | jour de l'an=2 | jour de lan=2 | jour de l an=2 | 1er de l'an=2 | premier de l'an=2 | " +
    'paques=3 | lundi de paques=4 | dimanche de paques=3 | ascension=5 | jeudi de ascension=5 | pentecote=6 | lundi de pentecote=7 | ' +
    'dimanche de pentecote=6 | toussaint=8 | armistice=9 | fete nationale=10 | assomption=11 | fete du travail=12',
  eve: 'reveillon de noel=1 | veille de noel=1 | saint sylvestre=2 | st sylvestre=2 | reveillon du jour de l an=2 | reveillon du nouvel an=2 | reveillon de nouvel an=2 | veille du jour de l an=2',
  newyear: 'nouvel an | reveillon | reveillons | nouvel annee',
  bridge: 'pont | ponts',
  school: 'vacances scolaires | vacances de | vacances d | vacs de | vacs scolaires | vac scolaires',
  season:
    "fetes | les fetes | fetes de fin d annee | ete | hiver | printemps | automne | annee | l'annee | trimestre | semestre | rentree",
  week: 'semaine | semaines | sem | smaine',
  weekend: 'week end | week ends | weekend | weekends | we | wk | wkd | wkend | ouikende | ouikend | w e',
  monthword: 'mois',
  dayword: 'jour | jours | jrs',
  hourword: 'heure | heures',
  fortnight: 'quinzaine',
  early: 'debut | au debut | debut du mois de | debut de',
  mid: 'mi | milieu | milieu de | milieu du mois de',
  late: 'fin | fin de | fin du mois de',
  first: 'premier | premiere | 1er | 1ere | 1re',
  second: 'deuxieme | second | seconde | 2eme | 2e | 2nd | 2nde',
  third: 'troisieme | 3eme | 3e | quatrieme=4 | 4eme=4',
  half: 'moitie',
  last: 'dernier | derniere | derniers | dernieres',
  next: 'prochain | prochaine | prochains | prochaines | pro | proch | qui vient | d apres | suivant | suivante | qui arrive',
  past: 'passe | passee',
  the: 'le | la | l',
  plural: 'les',
  this: 'ce | cet | cette | c te | ste',
  of: 'de | d | des | du mois de | du mois d | courant',
  from: 'du',
  to: 'au | o',
  at: 'a | aux',
  in: 'en | dans | au mois de | au mois d | mois de | mois d | pendant | pdt | pdnt | pendan | durant | lors de | lors du',
  between: 'entre | entre le | entre les',
  and: 'et | puis | ainsi que | plus | et aussi | aussi | egalement | et puis | et pareil | comme | pareil',
  or: 'ou | ou bien | soit | ou alors | voire',
  nor: 'ni',
  until:
    "jusqu'au | jusqu'a | jusqu'aux | jusqu au | jusqu a | jusquau | jusqua | jusquo | jusko | juska | jusque | jusqu | jusqu en",
  starting:
    'a partir de | a partir du | a partir d | a partir des | dees | a compter du | a compter de | apartir de | apartir du | a parti de | a parti du | a partir',
  after: 'apres',
  before: 'avant | avant le',
  by: "d ici | d'ici | ici | dici",
  except:
    'sauf | sof | hors | hormis | excepte | a part | a l exception de | a l exception du | excepter | en dehors de | en dehors du | sauf pour | mis a part',
  each: 'tous les | toutes les | ts les | ttes les | chaque | tout les | tlm les | tlj=1 | tous',
  all: 'tout | toute | tt | tte | entier | entiere | en entier | complet | complete | integralement',
  included: 'inclus | compris | incluse | inclu | y compris',
};

/** Number words, 1 to 31; « un » is an article and not among them. */
export const FRENCH_NUMBERS =
  'deux=2 | trois=3 | quatre=4 | cinq=5 | six=6 | huit=8 | neuf=9 | dix=10 | onze=11 | douze=12 | treize=13 | quatorze=14 | ' +
  'quinze=15 | seize=16 | dix sept=17 | dix huit=18 | dix neuf=19 | vingt=20 | vingt et un=21 | vingt deux=22 | vingt trois=23 | ' +
  'vingt quatre=24 | vingt cinq=25 | vingt six=26 | vingt sept=27 | vingt huit=28 | vingt neuf=29 | trente=30 | trente et un=31';
