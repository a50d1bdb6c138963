import type { Phrases } from './roles.ts';

/** French words that say who is meant, free or not, and how sure. */
export const FRENCH_STANCE: Phrases = {
  me: 'je | j | moi | perso | personnellement | mes | me | m | mon cote | de mon cote | pour moi | pour ma part | chez moi | j en',
  you: "tu | t | tes | toi | vous | te | as tu | t'as | tes dispos | vos",
  they: 'il | elle | ils | elles | lui | leur | eux | y a | qui | quelqu un | personne',
  we: 'on | nous',
  impersonal: 'ce n | c | ca | cela | ceci | c n | sa',
  am: 'suis | serai | serais | sui | suit | srai | srais | vais etre | ne suis | serrai | reste | resterai | me rends | me tiens | etre | serait',
  is: 'est | sera | es | seras | sont | seront | etes | serez | sommes | serons | va etre | seraient | vont etre',
  here: 'laa | ici | present | presente | presents',
  free: 'dispo | dispos | disponible | disponibles | libre | libres | diso | dipso | dispp | dispo nible | disponnible | dispon | despo | dsipo | partant | partante | open | dispot | disponibilites | disponibilite',
  busy:
    'indispo | indispos | indisponible | indisponibles | indisponibilite | indisponibilites | absent | absente | absence | absences | pris | prise | occupe | occupee | bloque | bloquee | ' +
    'impossible | impossib | en vacances | en vacs | en vac | en conge | en conges | sans moi | mort | comptez pas sur moi | compte pas sur moi | comptez pas sur moa | hs | en deplacement | indisp | ' +
    'ko | niet | mission impossible | empechement | empechements | empeche | empechee | pas moyen | ca va pas etre possible | ca va pas le faire | ca le fait pas | ca va pas | ca me va pas | ca passe pas | hors service | faudra faire sans moi | booke | bookee | surbooke | deja pris | plus la | retenu | retenue',
  can: 'peux | pourrai | pourrais | pe | peu | pourre | purrai | peut=3 | peuvent=3 | pourra=3 | pourront=3 | pouvez=3 | pourras=3 | pourrez=3 | pouvons=3 | pourrons=3 | veux bien',
  fine: 'ok | okay | oki | bon | ca me va | ca va | ca marche | ca roule | possible | jouable | parfait | nickel | d accord | good | valide | impec | bonne | ca passe | oke | okey | bien | me convient | ca le fait | faisable',
  not: 'pas | pa | non | nan | aucun | aucune | zero',
  nomore: 'plus',
  never: 'jamais',
  ne: 'ne | n',
  noproblem:
    'rien a signaler | ras | rien de prevu | pas de souci | pas de soucis | pas de probleme | pas de pb | aucun souci | aucun probleme | sans souci | sans probleme | no soucy | pas de prob | pas de blem | zero souci | nul souci | aucun pb',
  only: 'seulement | uniquement | rien que | exclusivement | juste',
  than: 'que | qu | q | k',
  but: 'mais | par contre | en revanche | cependant | toutefois | pourtant | mais bon',
  correction:
    'finalement | en fait | finalment | enfaite | en faite | au final | en fin de compte | oubliez | oublie | correction | annule | annulez | contrairement | changement de programme | changement | rectification | erratum | tout compte fait | fin de compte | bonne nouvelle',
  unsure:
    'pas suur | pas sure | pas sur | aurais du mal | aurai du mal | peut etre | peutetre | ptetre | ptet | p t etre | pe etre | sans doute | probablement | surement | normalement | a priori | apriori | en principe | pense | crois | sais pas | sais plus | c pas | chais pas | jsp | j sais pas | sai pas | suur | sure | sur de | sur d | sur que | possiblement | eventuellement | ' +
    'risque | redis | confirme demain | a confirmer | verifie | verifier | verifierai | attends | tiens au courant | compliquer | complique | chaud | tendu | mitige | hesite | dois voir | a voir | vois | demande | essaie | essaye | essayer | faut voir | depend | ca depend | arrange | trop | tres | super dispo | vraiment sur | theoriquement | en theorie | potentiellement | limite | presque | quasi | quasiment | plutot | dis demain | te dis | vous dis | faudrait | aimerais | prefere | prefererais | espere | galere | pas mal | moyen | me renseigne | encore',
  if: 's il | sil | s ils | si | au cas ou | au cas oou | imagine | imaginons | a moins | a condition | sous reserve | sauf si | meme si | suppose | supposons | mettons | admettons | quand | est ce que | estce que | on dit que | selon | sauf imprevu | dans le cas ou | tant que',
  joke: 'rigole | deconne | jdeconne | jrigole | blague | plaisante | poisson d avril | jdec | j dec | jk | plaisanterie',
  was: 'etais | etait | etiez | etaient | avais | ai ete | a ete | fus',
  reason:
    'car | parce que | parceque | pcq | pck | psk | parsk | parske | paske | paskeu | puisque | puisqu | vu que | a cause de | a cause du | a cause d | etant donne | pour cause de | pour raison | pour raisons | pour | pr | j ai | jai | je vais | j vais | je pars | j pars | je dois | ' +
    'je bosse | je travaille | je taffe | je garde | je joue | je fais | j accompagne | j emmene | je recupere | avec | chez | on joue | on a | y a | il y a | je me marie | je demenage | j enregistre | j aurai | je prends | je visite | je vois | je passe | je rejoins | je descends | je monte | je reviens | je rentre | je voyage | je tourne | je repete | j organise | j assiste | je me fais | je me repose | j attends | je m occupe | je reste | a brest | motif | raison | cause | rdv | rendez vous',
  thing:
    'marche | disco | auguste | mariage | anniversaire | anniv | annif | boulot | taf | taff | travail | concert | concerts | gig | date | dates | repet | repete | repetition | repetes | repets | vacances | famille | enterrement | bapteme | demenagement | examen | exam | partiels | ' +
    'train | avion | vol | voyage | medecin | dentiste | kine | hopital | operation | ecole | formation | stage | tournee | studio | enregistrement | enreg | residence | piscine | foot | match | sport | ski | cours | reunion | reu | ' +
    'festival | festoche | teuf | fete familiale | repas | diner | resto | maladie | malade | grippe | enfant | enfants | gosse | gosses | gamins | mere | pere | mamie | papi | papa | maman | parents | soeur | frere | fille | fils | femme | mari | copine | copain | cousin | cousine | cousins | ami | amie | amis | pote | potes | belle mere | beau pere | grand mere | ' +
    'autre | groupe | batteur | chanteur | chanteuse | bassiste | guitariste | clavier | technicien | inge son | regisseur | manager | salle | van | camion | voiture | bar | soundcheck | balance | show | date de concert | truc | perso | personnel | imprevu | raisons | raison | perso aussi | nounou | garde | babysitting | rendez | controle | jury | tribunal | entretien | spectacle | theatre | danse | mariages | brunch | clip | tournage | promo | radio | interview | seance | shooting | session | session studio | festival de jazz | urgence | chantier | weekend en famille',
  so: 'donc | alors | du coup | dc | d ou | c est pourquoi | resultat',
  verb: 'ai | as | avez | avait | a eu | aura | vais | va | dois | doit | pars | part | joue | jouer | bosse | bosser | travaille | travailler | fais | fait | faire | venir | etre la | garde | garder | assurer | participer | jouer avec vous | me liberer | liberer | arriver | y aller | aller | vient | viens | honorer | voir | signale | previens | prevenir | informe | informer | annonce | rappelle | confirme | note | notez | noter | dire | dis que | sachez | sache | voulais | veux | tenais | bloquer | bloquez | mettre | mets | declare | donne | envoie | voici | voila | faut | faire sans | avoir | y etre | dispo pour jouer | jouer pour | assister',
  soft:
    'en vrai | bonne annee | joyeux noel | joyeuses fetes | bonnes fetes | bonnes vacances | bonne fete | bonne semaine | bon pont | s | salut | slt | coucou | cc | bonjour | bjr | bonsoir | bsr | hello | hey | yo | wesh | hola | kikou | re | les gars | gars | les amis | les loulous | les zamis | les copains | tout le monde | a tous | a toutes | tous | toutes | tlm | l equipe | la team | team | equipe | bande | les potes | mec | mecs | chef | cheffe | bro | frere | frero | freros | ' +
    'desole | desolee | dsl | dzl | sorry | pardon | navre | navree | excusez moi | excuse moi | merci | mci | mrc | thx | stp | svp | s il te plait | s il vous plait | bises | biz | bisous | bizz | bisou | a plus | a bientot | bonne journee | bonne soiree | bon week end | bon weekend | bon we | belle journee | bonne nuit | a demain les gars | ciao | tchuss | a tout | a toute | cordialement | amicalement | ' +
    'malheureusement | helas | vraiment | clairement | carrement | absolument | totalement | du tout | evidemment | forcement | bien sur | oui | ouais | ouep | ui | yep | yes | ah | oh | ben | bah | beh | euh | heu | hum | bon ben | bon bah | oula | aie | zut | mince | merde | putain | snif | mdr | lol | ptdr | xd | haha | hihi | hehe | ahah | ' +
    'pour info | pour information | pour infos | info | infos | fyi | nb | ps | rappel | petit rappel | petit message | message | petit mot | juste pour vous dire | juste pour dire | juste pour te dire | juste pour prevenir | juste pour info | pour te dire | pour vous dire | pour prevenir | pour vous prevenir | pour te prevenir | juste un mot | ' +
    'alors | donc voila | voila | en gros | bref | sinon | tiens | ecoute | ecoutez | attention | promis | toujours | deja | aussi | egalement | quand meme | y | en | se | meme | ici | t inquiete | tkt | tqt | tinquiete | vous inquietez pas | je vous | je te | je t | j vous | jvous | jte | on en parle | a vous | a toi | cote | niveau | question planning | planning | agenda | calendrier | le calendrier | concernant | rapport a | effectivement | exact | exactement | honnetement | franchement | je precise | precision | au fait | d ailleurs | total | definitivement | officiellement | un | une | de ce que | comme ca | comme prevu | la dessus | petit | petite | gros | grosse | grand | mon | ma | notre | son | sa famille | leur mariage | hyper | trop trop | ouf | pas cool | deg | degoute | degoutee | bonne idee | cool | top | genial | super | ca pose probleme | ca pose souci | c est grave | ca ira | ca vous va | ca te va | c est ok pour vous | vous faites sans moi | et vous | et toi | jours suivants aussi | sympa | chers | chere | cher | collegues | madame | monsieur',
};
