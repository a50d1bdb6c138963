import type { Phrases } from './roles.ts';

/** English words that say who is meant, free or not, and how sure. */
export const ENGLISH_STANCE: Phrases = {
  me: 'i | me | my | myself | mine | for me | personally',
  you: 'you | u | your | ya | yall | y all',
  they: 'he | she | they | him | them | their | his | her | who | anyone | someone | nobody | everyone',
  we: 'we | us | our',
  impersonal: 'it | that | thats',
  am: 'am | will | be | shall | have been | get',
  is: 'is | are | has | r | s',
  here: 'here | there | present | around',
  free: 'count me in | free | available | avaliable | availabe | availible | avail | availability',
  busy: 'away | busy | unavailable | unavailability | booked | out of town | on holiday | on holidays | on vacation | off | out | absent | impossible | tied up | no can do | a no | no go | out of the country | abroad | taken | unavail | on leave | no good | unable | gone',
  can: 'can | able to | able | make it | make',
  fine: 'ok | okay | fine | good | works | work | works for me | perfect | possible | all good | doable | suits me | k | great',
  not: 'not | no | nope | none | without | non',
  nomore: 'no longer | not anymore',
  never: 'never',
  noproblem: 'no problem | no worries | no prob | not a problem | np',
  only: 'only | just | solely',
  but: 'but | however | though | although | whereas | yet',
  correction:
    'wait | nvm | never mind | actually | turns out | it turns out | turns out that | scratch that | correction | in fact | forget that | change of plan | change of plans | my bad | oops | on second thought | good news | after all | ignore that',
  unsure:
    'could | might | maybe | perhaps | probably | possibly | not sure | sure | think | dont know | do not know | unsure | hopefully | should be | should | hope | potentially | likely | unlikely | presumably | guess | i d say | supposed | tbc | tbd | to be confirmed | let you know | will check | need to check | have to check | depends | tricky | difficult | hard | prefer | rather | would | wish | try | almost | mostly | nearly | tentatively | provisionally | pencilled | not yet | idk | may be | may not | would be',
  if: 'if | unless | what if | in case | suppose | imagine | assuming | provided | when | whether | subject to | as long as | depending on',
  joke: 'kidding | just kidding | joking | jk | april fool | april fools | joke',
  was: 'was | were | had been | used to | couldnt',
  reason:
    'because | cause | cos | cuz | coz | since | as i | due to | for | i have | i have got | have got | have got a | got a | got | i am playing | i am working | i am doing | at my | with | i need to | i have to | have a | have an | reason | i work | i am travelling | i am getting | we have | there is | it s my | i am recording | i am touring | visiting | playing | working | going to | i am going | i go',
  thing:
    'wedding | birthday | bday | gig | gigs | show | shows | concert | concerts | work | job | holiday | vacation | family | funeral | rehearsal | rehearsals | practice | train | flight | trip | doctor | dentist | hospital | surgery | school | course | tour | studio | session | recording | meeting | exam | exams | festival | party | dinner | kid | kids | mum | mom | dad | ' +
    'brother | sister | wife | husband | son | daughter | girlfriend | boyfriend | partner | friend | friends | cousin | parents | mother | father | drummer | bassist | singer | guitarist | keyboardist | band | venue | van | car | date | dates | soundcheck | appointment | moving house | family thing | thing | stuff | project | radio | interview | video | shoot | another | other | baby | match | football | graduation | conference | sick',
  so: 'so | therefore | hence | which means',
  verb: 'do | make | made | come | play | go | attend | join | have | has | had | need | want | wanted | say | let | know | tell | told | note | confirm | saying | mean | see | been | being | say that | block | put | mark | does | did | perform | commit',
  soft:
    'happy new year | merry christmas | happy holidays | have a good weekend | have a good day | nice weekend | hi | hello | hey | hiya | yo | morning all | good morning | evening all | hi all | hi everyone | hey all | all | everyone | guys | folks | team | mate | mates | dude | lads | everybody | y all | sorry | apologies | thanks | thank | thx | ty | cheers | please | pls | plz | regards | best | bye | x | xx | see ya | ' +
    'unfortunately | sadly | afraid | i am afraid | really | definitely | totally | absolutely | at all | yes | yeah | yep | yup | oh | ah | um | uh | well | lol | haha | heads up | quick heads up | a heads up | just a heads up | fyi | quick note | just a quick note | just to let you know | just letting you know | letting you know | just so you know | note that | for info | reminder | ' +
    'is that ok | is that okay | is that ok with you | is it ok | is that fine | is that a problem | hope that is ok | hope that s ok | hope thats ok | that | a | an | too | as well | also | still | already | anyway | btw | by the way | damn | dang | oops sorry | my schedule | schedule | calendar | i m | dear | hope you are well | long story | in lyon | town | confirmed | definitely definitely | so sorry | as discussed | here is | here are | again | update | quick update | how about you | what about you | and you | super | very sorry | my diary',
};
