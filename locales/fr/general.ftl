clock-time = { $hours } h { $minutes }
stranger = Bonjour, ce compte est réservé aux personnes invitées. Si vous avez reçu un code, envoyez-le ici. Sinon, écrivez à { $contact } et quelqu’un vous répondra.
joined = Bienvenue, { $name }. Ce compte est maintenant relié à { $agency }. Je garde ce que tu me confirmes, rien d’autre ; personne ne te demandera de raison.
home = Salut { $name }, ici la régie de { $agency }.
home-pending = { $count ->
    [one] Une réponse t’attend plus haut.
   *[other] { $count } réponses t’attendent plus haut.
  }
home-musician = Pas dispo ? Écris-le comme ça te vient : « pas là du 12 au 15 mars sauf le 13 ».
home-manager = Je t’envoie une carte dès qu’une absence touche une option ou une date ; le reste arrive le matin.
home-staff = Écris /aide pour voir ce que tu peux faire ici.
home-indispo = Je ne suis pas dispo
home-mesindispos = Mes indispos
home-moi = Ma fiche
home-notifs = Notifications
home-parametres = Paramètres
home-aide = Aide
me = { $name }
  Rôle : { $roles }
  Groupes et artistes : { $artists }
  Comptes reliés : { $channels }
  Ville : { $town }
  Régime : { $diet }
settings = Tes paramètres
  Langue : { $language }
  Canal préféré : { $channel }
  Heures calmes : { $quiet } ({ $zone })
settings-quiet-none = aucune
settings-quiet-off = Sans heures calmes
settings-prefer = Plutôt { $channel }
settings-saved = C’est enregistré
language-fr = Français
language-en = English
channel-telegram = Telegram
channel-signal = Signal
channel-email = e-mail
help-musician = Écris-moi comme à quelqu’un : « pas là du 12 au 15 mars sauf le 13 », « samedi soir pas possible », « finalement je suis dispo le 13 ». Je répète, tu confirmes. Tu peux aussi écrire :
help-staff = Tu peux écrire une phrase (« pas là vendredi ») ou :
help-group = Dans ce groupe, dis simplement quand tu n’es pas dispo : je continue avec toi en privé. Commandes :
command-indispo = dire quand tu n’es pas dispo
command-mesindispos = tes absences notées
command-moi = ta fiche
command-notifs = ce que je t’ai signalé
command-inviter = inviter quelqu’un, par exemple /inviter Léa
command-lier = dans un groupe, le lier à un artiste
command-roles = les rôles de quelqu’un
command-incidents = ce qui a coincé
command-parametres = langue, canal, heures calmes
command-annuler = abandonner ce qui est en cours
command-aide = ce que tu peux faire ici
command-private-only = Ça se passe en privé : écris-le-moi dans notre conversation à deux.
command-group-only = Ça se fait dans un groupe : écris-le dans celui de l’artiste.
command-refused = Ce n’est pas ouvert à ton rôle. Si tu en as besoin, demande à ton manager.
cancel-nothing = Il n’y a rien en cours. Pour annuler une absence déjà notée, écris « mes indispos » ou /mesindispos.
cancel-done = D’accord, on laisse tomber : je n’ai rien noté.
conversation-broken = Désolé, je n’ai pas pu aller au bout. Rien n’a été noté : redis-moi ta demande en une phrase.
conversation-expired = Sans réponse depuis un jour : je n’ai rien noté. Redis-le-moi quand tu veux.
answer-stale = Cette carte a changé ou n’est plus valable. Regarde la plus récente, ou redis-moi ta demande.
answer-done = C’est déjà pris en compte.
answer-not-yours = Cette décision ne te revient pas ; la personne concernée a sa propre carte.
answer-on-card = Pour une date et de l’argent, réponds sur la carte elle-même (bouton, vote, citation), ou écris « valider » et le numéro du deal.
answer-which = Plusieurs questions t’attendent : cite la bonne carte en répondant (ou appuie sur son bouton), ou écris « valider » et le numéro du deal.
approval-already = { $name } a déjà répondu à { $time }.
approval-over = Ce n’est plus d’actualité : rien n’a changé.
did-you-mean = Je ne connais pas cette commande. Tu voulais dire { $command } ?
nothing-waits = Rien ne t’attend ici en ce moment.
not-understood = Je n’ai pas compris. Dis-moi quand tu n’es pas dispo (« pas là le 12 mars »), ou écris « aide ».
forwarded = Un message transféré ne compte pas comme ta réponse. Écris-le avec tes mots et je m’en occupe.
voice-note = Je n’écoute pas les messages vocaux. Écris-le en une phrase, par exemple « pas là du 12 au 15 mars ».
unsupported = Je ne sais pas lire ça. Écris-le en une phrase et je m’en occupe.
apology = Désolé, ça a coincé de mon côté et je n’ai pas pu traiter ton message. Renvoie-le, s’il te plaît ; si ça recommence, donne la référence { $reference } à ton manager.
notification-urgent = Urgent, donc malgré tes heures calmes :
group-hello = Bonjour à vous. Pour que je serve ce groupe, un·e manager écrit ici /lier suivi du nom de l’artiste.
group-help = Pour une absence, dites-la simplement ; pour le reste, écrivez-moi en privé.
group-come-private = Je continue en privé : ouvre { $link } et appuie sur Démarrer, puis redis-le-moi.
link-which = Quel artiste ? Tu gères { $names }. Écris par exemple « /lier { $example } ».
link-done = C’est fait : ce groupe est celui de **{ $artist }**.
link-reads = Ce que je lis ici : les commandes, les réponses qui me sont faites, et les phrases où quelqu’un dit qu’il n’est pas dispo. Le reste n’est pas gardé.
link-reads-little = Ce que je lis ici : seulement les commandes et les réponses qui me sont faites. Pour que je comprenne aussi « pas dispo le 12 » dit en passant, nommez-moi admin de ce groupe, ou coupez le mode confidentialité du bot chez @BotFather (/setprivacy). Rien d’autre ne sera gardé.
invite-whom = Qui veux-tu inviter ? Écris par exemple « /inviter Léa Moreau ».
invite-unknown = Je ne connais personne du nom de « { $name } » dans l’agence. Vérifie l’orthographe.
invite-which = Laquelle ou lequel ?
invite-made = Invitation pour { $name }, valable une semaine et une seule fois :
invite-telegram = Telegram : { $link }
invite-signal = Signal : envoyer { $code } au { $number }
inbox-empty = Rien de nouveau.
inbox = { $count ->
    [one] Une notification :
   *[other] { $count } notifications :
  }
incidents-none = Aucun incident ouvert.
incidents = { $count ->
    [one] Un incident ouvert :
   *[other] { $count } incidents ouverts :
  }
incident-line = { $severity } · { $code } ({ $source }), { $when }
incident-done = { $number } : réglé
incident-action = Noté comme réglé
severity-info = info
severity-warning = à surveiller
severity-error = erreur
severity-critical = critique
roles = Rôles de { $name } : choisis celui à donner ou à retirer.
roles-whom = De qui ? Écris par exemple « /roles Léa Moreau ».
roles-last = Impossible : personne ne reste sans rôle, ne change ses propres rôles, ni ne donne l’administration sans l’avoir.
role-musician = musicien·ne
role-technician = technicien·ne
role-tour-manager = régisseur·euse
role-booker = booking
role-manager = manager
role-communication = communication
role-production = production
role-hr = RH
role-legal = juridique
role-employee = employé·e
role-admin = administration
role-guest = invité·e
vault-iban = un IBAN
vault-social-security = un numéro de Sécu
vault-file = un fichier
vault-kept-iban = J’ai mis ton IBAN à l’abri, chiffré, pour les RH. Supprime ton message : ces numéros n’ont pas leur place dans un chat.
vault-kept-social-security = J’ai mis ton numéro de Sécu à l’abri, chiffré, pour les RH. Supprime ton message : ces numéros n’ont pas leur place dans un chat.
vault-kept-file = Bien reçu : je l’ai signalé aux RH. Je ne range pas encore les fichiers moi-même ; garde ton original.
vault-kept-iban-group = Tu as écrit un IBAN dans un groupe. Je l’ai mis à l’abri, chiffré, pour les RH ; supprime vite ton message là-bas.
vault-kept-social-security-group = Tu as écrit un numéro de Sécu dans un groupe. Je l’ai mis à l’abri, chiffré, pour les RH ; supprime vite ton message là-bas.
vault-kept-file-group = Bien reçu : je l’ai signalé aux RH.
vault-received = { $name } a transmis { $what } par chat. C’est gardé chiffré.
vault-show = Voir
vault-shown-iban = Envoyé par { $name } (chaque consultation est notée) :
vault-shown-social-security = Envoyé par { $name } (chaque consultation est notée) :
vault-shown-file = { $name } a envoyé un fichier. Il est dans votre conversation ; demande-lui de te l’envoyer directement si tu en as besoin.
incident-critical = Incident critique : { $code } ({ $source }). Écris /incidents pour le voir et le clore.
cancel-card = Abandonné.
not-understood-staff = Je n’ai pas compris. Écris « aide » pour voir ce que tu peux faire ici ; si quelqu’un a déjà répondu à une carte, elle le dit.
token-forgotten = Ça ressemble au jeton d’un bot : je ne l’ai pas gardé. Supprime ton message et change le jeton chez @BotFather (/revoke), car quiconque l’a vu peut parler à ma place.
incident-challenge = Signal veut un captcha. Résous-le sur https://signalcaptchas.org/challenge/generate.html, puis donne-le à la passerelle avec ce jeton : { $token }
mail-subject = { $agency } : un message pour toi
profile-diet = Régime alimentaire
profile-town = Ville
profile-ask-diet = Qu’est-ce que tu ne manges pas, ou plus ? Une phrase suffit : elle sert à commander les repas.
profile-ask-town = Tu habites où ? La ville suffit : elle sert à organiser les trajets.
profile-none-diet = Je mange de tout
profile-none-town = Je ne le dis pas
profile-saved = C’est enregistré. { $field } : { $value }
profile-kept = D’accord, je n’ai rien changé.
account-linked = Un nouveau compte { $channel } vient d’être relié à ta fiche. Si ce n’est pas toi, écris tout de suite à { $contact }.
invite-refused = Tu ne peux pas inviter { $name } : cette personne a des accès que tu n’as pas. Demande à l’administration.
talk-unreachable = Je n’arrive pas à joindre { $name } : rien n’est parti. Essaie directement.
