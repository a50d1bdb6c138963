home = Salut { $name }, ici la régie de { $agency }.
home-back = ◀ Accueil
home-more-back = ◀ Plus
home-more = Plus…
home-indispo = Je ne suis pas dispo
home-mesindispos = Mes indispos
home-moi = Ma fiche
home-notifs = Notifications
home-parametres = Paramètres
home-aide = Aide
home-annuler = Annuler ce qui est en cours
home-cherche = Chercher
home-sonder = Sonder un groupe
home-note = Noter un échange
home-inviter = Inviter
home-roles = Rôles
home-absent = Je m’absente
home-incidents = Incidents
home-waits = Ce qui t’attend : { $what }.
home-wait-valider = À valider ({ $count })
home-wait-taches = À faire ({ $count })
home-wait-answers = Réponses attendues ({ $count })
home-wait-absences = Absences à voir plus haut ({ $count })
home-wait-relances = Relances du jour ({ $count })
home-wait-incidents = Incidents ({ $count })
home-nothing-waits = Rien ne t’attend.
home-answers-none = Plus personne n’attend de réponse de toi.
home-next = Prochaine date : **{ $day }**, { $venue }, { $artist }.
home-then = Ensuite : { $day }, { $venue }, { $artist }.
home-holds = { $count ->
    [one] Une option se termine dans la semaine : { $names }.
   *[other] { $count } options se terminent dans la semaine : { $names }.
  }
home-hint-musician = Pas dispo ? Écris-le comme ça te vient : « pas là du 12 au 15 mars sauf le 13 ».
home-hint-deals = Une date ? Écris-la en une ligne : « deal gribitch le fil 13/3 1800 ht ».
home-hint-search = Tu cherches quelqu’un ou un lieu ? Écris « cherche » et son nom.
home-hint-staff = Écris « aide » pour voir ce que tu peux faire ici.
more = Tout ce que tu peux faire ici, en l’écrivant ou par les boutons :
more-theme-dates = Les dates
more-theme-booking = Le booking
more-theme-road = La route
more-theme-people = L’équipe
more-theme-self = Toi
more-theme-rest = Le reste
more-in-group = Dans un groupe : { $names }.
me = { $name }
  Rôle : { $roles }
  Groupes et artistes : { $artists }
  Comptes reliés : { $channels }
  Ville : { $town }
  Régime : { $diet }
  Taille : { $size }
  Instruments : { $instruments }
  Place et chambre : { $seat }
  Téléphone : { $phone }
  E-mail : { $email }
  En cas d’urgence : { $emergency }

  Tes coordonnées sont chiffrées : toi et les RH les voyez ; ton numéro, aussi l’équipe d’une date, de trois jours avant au lendemain.
me-missed = Je n’ai pas compris quelle ligne changer. Écris par exemple « moi taille M », « moi tel 06… » ou « moi régime sans gluten », ou appuie sur la ligne.
profile-diet = Régime alimentaire
profile-town = Ville
profile-size = Taille
profile-instruments = Instruments
profile-seat = Place et chambre
profile-phone = Téléphone
profile-email = E-mail
profile-emergency = Contact d’urgence
profile-ask-diet = Qu’est-ce que tu ne manges pas, ou plus ? Une phrase suffit : elle sert à commander les repas.
profile-ask-town = Tu habites où ? La ville suffit : elle sert à organiser les trajets.
profile-ask-size = Quelle taille de t-shirt ? Elle sert au merch et aux tenues.
profile-ask-instruments = Qu’est-ce que tu apportes, et qu’est-ce qu’il te faut sur place ? Par exemple « basse 5 cordes, ampli sur place ».
profile-ask-seat = Une préférence pour les trajets et l’hôtel ? Par exemple « fenêtre, chambre seule ».
profile-ask-phone = Quel est ton numéro ? Il est gardé chiffré ; l’équipe d’une date le voit de trois jours avant au lendemain, et les RH.
profile-ask-email = Quelle est ton adresse e-mail ? Elle est gardée chiffrée, pour les RH.
profile-ask-emergency = Qui appeler s’il t’arrive quelque chose ? Un nom et un numéro, par exemple « Paul, mon frère, 06 12 34 56 78 ». C’est gardé chiffré, pour les RH.
profile-ask-emergency-name = Le numéro est bon. Comment s’appelle cette personne ?
profile-ask-emergency-phone = Et son numéro ?
profile-wrong-phone = Ce numéro n’existe pas sous cette forme. Écris-le en entier, avec l’indicatif (+32…) s’il n’est pas français.
profile-wrong-email = Cette adresse n’est pas complète. Écris-la comme « prenom@exemple.fr ».
profile-none-diet = Je mange de tout
profile-none-town = Je ne le dis pas
profile-none-size = Je ne le dis pas
profile-none-instruments = Rien à noter
profile-none-seat = Aucune
profile-none-phone = Aucun numéro
profile-none-email = Aucune adresse
profile-none-emergency = Personne
profile-saved = C’est enregistré. { $field } : { $value }
profile-saved-before = C’est enregistré. { $field } : { $value } (avant : { $before })
profile-kept = D’accord, je n’ai rien changé.
search-how = Écris « cherche » suivi d’un nom : une personne, un lieu, un groupe, le numéro d’un deal ou une date.
search-found = { $count ->
    [one] **{ $words }** : un résultat.
   *[other] **{ $words }** : { $count } résultats.
  }
search-guess = Rien ne s’appelle « { $words } » dans ce que tu peux voir. Peut-être :
search-none = Rien ne ressemble à « { $words } » dans ce que tu peux voir. Essaie un nom de lieu, de groupe ou de personne, le numéro d’un deal ou une date.
search-kind-person = Personnes
search-kind-artist = Artistes
search-kind-venue = Lieux
search-kind-show = Dates
search-kind-hold = Options
search-kind-lead = Deals
search-kind-task = Tâches
search-kind-absence = Tes absences
search-rank = option { $rank }
search-deal = Deal { $number }
search-absence = Pas dispo, { $day }
search-show = **{ $day }** : { $artist }, { $venue }
search-show-cancelled = annulée
search-show-postponed = reportée
search-person-acts = Joue ou travaille avec { $acts }.
search-person-left = N’est plus dans l’agence.
search-venue-capacity = { $where }, { $capacity } places
search-venue-contact = Contact : { $contact }
search-venue-none = Aucune date avec nous que tu puisses voir.
search-coming = À venir
search-past = Déjà joué
search-open-deal = Le deal
search-open-sheet = Feuille de route
search-open-day = Ce jour-là
search-task-done = Fait
search-back = ◀ Résultats
search-gone = Ce n’est plus là, ou plus à toi de le voir. Relance la recherche.
contact-show = Coordonnées
contact-none = { $name } n’a donné aucune coordonnée.
contact-shown = Coordonnées de { $name } (chaque consultation est notée)
  Téléphone : { $phone }
  E-mail : { $email }
  En cas d’urgence : { $emergency }
command-cherche = retrouver quelqu’un, un lieu, un deal ou une date
home-wait-feuille = Feuille de route à voir ({ $count })
home-taches = Mes tâches
home-tache = Donner une tâche
home-feuille = Feuille de route
home-manque = Ce qui manque
home-retours = Retours des dates
home-agenda = Mon agenda
