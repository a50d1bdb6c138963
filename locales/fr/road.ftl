sheet-title = **{ $day }, { $venue }**
sheet-version = { $artist }, v{ $version }, { $when }
sheet-when = { $day } à { $time }
sheet-kind = Feuille de route
sheet-footer = { $agency } · Régie · à jour { $when } ; la dernière version est dans ta conversation avec Régie
sheet-more = … la suite dans Régie
sheet-gone-cancelled = **Annulé.** Cette date n’a plus lieu.
sheet-gone-postponed = **Reporté.** Cette date n’a plus lieu ce jour-là.
sheet-hour-call = RDV
sheet-hour-departure = départ
sheet-hour-arrival = arrivée
sheet-hour-load-in = déchargement
sheet-hour-soundcheck = balance
sheet-hour-meal = repas
sheet-hour-doors = ouverture des portes
sheet-hour-set = passage
sheet-hour-end = fin de son
sheet-hour-curfew = couvre-feu
sheet-info-meeting = lieu du RDV
sheet-info-address = adresse
sheet-info-parking = parking
sheet-info-hotel = hôtel
sheet-info-rooms = rooming
sheet-info-catering = repas sur place
sheet-info-wifi = wifi
sheet-info-merch = merch
sheet-info-note = à savoir
sheet-contact = sur place
sheet-regisseur = régie
sheet-departs = départ
sheet-departs-eve = la veille, { $day }
sheet-departs-day = { $day }
sheet-leg-van = van
sheet-leg-train = train
sheet-leg-plane = avion
sheet-leg-car = voiture
sheet-leg-other = trajet
sheet-leg-from = depuis { $from }
sheet-leg-depart = départ { $time }
sheet-leg-arrive = arrivée { $time }
sheet-party = sur la route
sheet-diets = régimes
sheet-diet = { $count } { $diet }
sheet-diet-vegetarian = { $count ->
    [one] { $count } végétarien
   *[other] { $count } végétariens
  }
sheet-diet-vegan = { $count ->
    [one] { $count } végan
   *[other] { $count } végans
  }
sheet-diet-gluten-free = { $count } sans gluten
sheet-diet-lactose-free = { $count } sans lactose
sheet-diet-no-pork = { $count } sans porc
sheet-diet-halal = { $count } halal
sheet-diet-kosher = { $count } casher
sheet-diet-pescatarian = { $count ->
    [one] { $count } pescétarien
   *[other] { $count } pescétariens
  }
sheet-duration-hours = { $hours } h { $minutes }
sheet-duration-round = { $hours } h
sheet-duration-minutes = { $minutes } min
sheet-open = À confirmer : { $lines }
sheet-open-title = À confirmer
sheet-day = jour
sheet-venue = lieu
sheet-section-access = Accès
sheet-section-lodging = Hôtel
sheet-section-travel = Trajets
sheet-section-people = Équipe
sheet-section-more = À savoir
sheet-button-seen = Bien reçu
sheet-button-pdf = PDF
sheet-button-image = Image
sheet-button-ics = Agenda
sheet-button-plan = Plan
sheet-button-ask = Une question
sheet-button-numbers = Les numéros
sheet-button-readers = Qui l’a vue
sheet-button-send = L’envoyer
sheet-button-undo = Annuler
sheet-button-announce = Le dire maintenant
sheet-changed = **{ $day }, { $venue }**, ça bouge (v{ $version }) :
sheet-changed-line = { $label } : **{ $now }** (avant : { $before })
sheet-changed-new = { $label } : **{ $now }**
sheet-changed-removed = { $label } : plus rien de prévu (avant : { $before })
sheet-changed-hour = { $label } à **{ $now }** (au lieu de { $before })
sheet-changed-hour-new = { $label } à **{ $now }**
sheet-changed-hour-open = { $label } : à confirmer (avant : { $before })
sheet-changed-rest = Le reste ne change pas.
sheet-off = **{ $day }, { $venue }** : tu n’es plus sur cette route. Rien à faire.
sheet-off-cancelled = **{ $day }, { $venue }** : la date est annulée, la feuille de route ne vaut plus.
sheet-off-postponed = **{ $day }, { $venue }** : la date est reportée, la feuille de route ne vaut plus.
sheet-none = Je ne vois pas de date à venir pour toi. Quand il y en aura une, sa feuille de route arrivera ici.
sheet-none-named = Je ne trouve pas de date à toi qui corresponde à « { $words } ». Donne-moi le jour (« /feuille 27 mars ») ou le lieu.
sheet-which = De quelle date parles-tu ?
sheet-not-yours = Cette feuille de route n’est pas la tienne.
sheet-read-only = Seuls la régie de cette date, le booking et le management modifient la feuille. Je peux leur passer ta remarque.
sheet-saved = C’est noté sur la feuille de route ({ $day }, { $venue }, v{ $version }) :
sheet-saved-tells = { $count ->
    [one] Dans une minute, je préviens la personne concernée.
   *[other] Dans une minute, je préviens les { $count } personnes concernées, chacune de ce qui change pour elle.
  }
sheet-saved-later = La feuille n’est pas encore partie : elle part { $day } à 10 h.
sheet-saved-by-hand = La feuille n’est pas encore partie, et il est trop tard pour l’envoi du matin : appuie sur « L’envoyer » quand elle est prête.
sheet-saved-nobody = Personne d’autre n’est concerné.
sheet-nothing-changed = Rien ne change : c’était déjà noté comme ça.
sheet-unread = Je n’ai pas compris « { $words } » : je l’ai laissé de côté.
sheet-unread-only = Je n’ai pas compris « { $words } ».
sheet-unread-all = Je n’ai pas compris « { $words } ». Par exemple : « /feuille 27 mars balance 16h, passage 21h30 », « hôtel : Ibis Gare, 3 chambres », « contact Karim, régisseur, 06 12 34 56 78 ».
sheet-was = { $label } : la feuille dit { $current } et non { $said }, je n’y touche pas. Si c’est bien { $to }, redis-le sans « au lieu de ».
sheet-odd = { $label } à { $to }, et { $other } à { $before } : l’ordre m’étonne. Si ce n’est pas ça, réécris l’heure.
sheet-clash = { $label } à { $to }, ça ne passe pas : ce jour-là, { $name } a déjà une autre date. Rien n’a été noté.
sheet-clash-open = { $label } à confirmer, ça ne passe pas : ce jour-là, { $name } a déjà une autre date. Rien n’a été noté.
sheet-who = Je ne vois pas qui est « { $name } » : écris le prénom et le nom, ou demande à qui gère les comptes de l’inviter.
sheet-who-several = Plusieurs personnes s’appellent « { $name } » : écris le prénom et le nom.
sheet-one-contact = Un seul contact tient sur la feuille : je garde { $kept }, pas { $name }.
sheet-no-phone = « { $words } » n’est pas un numéro que je peux noter : vérifie-le et redonne le contact.
sheet-full = Il n’y a plus de place sur la feuille pour « { $words } ».
sheet-undone = C’est annulé.
sheet-undo-late = Trop tard, c’est déjà annoncé. Réécris simplement la bonne information.
sheet-undo-other = Quelqu’un d’autre a écrit sur la feuille depuis : corrige plutôt la ligne.
sheet-undone-card = Annulé : la feuille de route ({ $day }, { $venue }) redit ce qu’elle disait.
sheet-told = C’est parti.
sheet-told-already = C’est déjà fait.
sheet-seen = C’est noté, merci.
sheet-seen-old = Merci. Une version plus récente est arrivée depuis, regarde plus bas.
sheet-readers = **{ $day }, { $venue }** (v{ $version })
sheet-readers-seen = Ont vu : { $names }
sheet-readers-unseen = N’ont pas encore répondu : { $names }
sheet-readers-nowhere = Sans compte, à prévenir directement : { $names }
sheet-readers-not-sent = La feuille n’est pas encore partie.
sheet-readers-all = Tout le monde l’a vue.
sheet-nudge = Demain, **{ $venue }** : tu as bien lu la feuille de route ? Un appui suffit.
sheet-nudge-today = Aujourd’hui, **{ $venue }** : tu as bien lu la feuille de route ? Un appui suffit.
sheet-nudge-leaving = Vous partez bientôt pour **{ $venue }** : tu as bien lu la feuille de route ? Un appui suffit.
sheet-unseen = **{ $venue }** ({ $day }), pas de « vu » pour l’instant : { $names }. Un coup de fil ?
sheet-unseen-number = { $name } : { $number }
sheet-numbers = Les numéros de la route, visibles jusqu’au lendemain de la date :
sheet-numbers-closed = Les numéros ne se montrent qu’à celles et ceux qui sont sur la route, de trois jours avant la date jusqu’au lendemain.
sheet-numbers-none = Personne n’a donné son numéro (chacun peut l’ajouter dans /moi).
sheet-number-none = { $name } : pas de numéro
sheet-file-soon = Elle arrive.
sheet-file-caption = { $artist }, { $day }
sheet-file-failed = Je n’arrive pas à dessiner la feuille. Elle reste lisible ici : /feuille
sheet-links = Sur la route sans compte Régie : { $names }.
sheet-link = Pour { $name }, un lien vers la feuille en PDF, valable jusqu’au lendemain midi : { $link }
sheet-links-off = Je n’ai pas de lien à leur donner (l’adresse web n’est pas réglée) : transmets-leur le PDF.
sheet-sent-to = La feuille de route ({ $day }, { $venue }) est partie à { $count ->
    [one] une personne
   *[other] { $count } personnes
  }.
sheet-list = Tes prochaines dates :
sheet-list-line = { $day } : { $artist }, { $venue }
road-answer = { $label }, { $day } ({ $venue }) : { $text }
road-answer-hour = { $label }, { $day } ({ $venue }) : **{ $text }**
road-asked = Ce n’est pas sur la feuille. Je demande à { $names }, la réponse arrive ici.
road-asked-nobody = Ce n’est pas sur la feuille, et je ne joins personne pour cette date. Écris à l’agence : { $contact }
road-question = { $name } demande, pour { $venue } ({ $day }) : « { $question } »
road-question-answer = Répondre
road-reply-dropped = Rien n’est parti.
road-trouble-heard = C’est parti chez { $names }, tout de suite.
road-trouble-unanswered = Pas encore de réponse ({ $silent }) : j’ai prévenu { $names }.
road-trouble-unanswered-nobody = Pas encore de réponse ({ $silent }), et je ne joins personne d’autre. L’agence : { $contact }
road-trouble-call = Tu peux appeler { $name } : { $number }
road-trouble-twice = { $count ->
    [one] { $names } le sait déjà.
   *[other] { $names } le savent déjà.
  }
road-trouble-cleared = { $count ->
    [one] Tant mieux. { $names } le sait.
   *[other] Tant mieux. { $names } le savent.
  }
road-trouble-cleared-news = { $name } : finalement tout va bien (« { $words } »).
road-trouble-nobody = Je ne joins personne pour cette date : appelle le lieu. L’agence : { $contact }
road-trouble = **{ $name } : { $what }** ({ $artist }, { $venue })
road-trouble-at-stake = En jeu : { $hours }
road-trouble-words = « { $words } »
road-trouble-number = Son numéro : { $number }
road-trouble-train = train annulé
road-trouble-cancelled = trajet annulé
road-trouble-plane = vol annulé
road-trouble-late = en retard
road-trouble-late-minutes = en retard d’environ { $minutes } min
road-trouble-breakdown = panne sur la route
road-trouble-missed = a raté son départ
road-trouble-ill = pas en état de venir
road-trouble-lost = quelque chose est perdu ou oublié
road-trouble-stuck = bloqué·e en route
road-trouble-stuck-minutes = bloqué·e en route, environ { $minutes } min
road-trouble-poll = { $name } : que fait-on ?
road-trouble-take = Je m’en occupe
road-trouble-group = Le dire au groupe
road-trouble-answer = Répondre
road-trouble-taken-you = C’est noté, tu t’en occupes. { $name } le sait.
road-trouble-taken-already = { $by } s’en occupe déjà depuis { $time }.
road-trouble-taken-news = { $by } s’occupe de ton souci pour { $venue }.
road-trouble-group-told = C’est dit au groupe.
road-trouble-group-told-already = Le groupe le sait déjà, par { $by }.
road-trouble-group-none = Cet artiste n’a pas de groupe relié.
road-trouble-news = { $name } : { $what }. La régie est prévenue.
road-trouble-news-ill = { $name } a un empêchement. La régie est prévenue.
command-feuille = la feuille de route d’une date, et ce qui y change
colon = { " : " }
