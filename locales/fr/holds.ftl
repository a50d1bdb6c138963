hold-promoted = Tu passes en **option { $rank }** : { $artist }, { $venue }, { $day } (c’était l’option { $from }), valable jusqu’au { $until }.
hold-gone = Cette option n’existe plus : rien à faire.
hold-nobody-ahead = Plus personne n’est devant : tu peux valider.
hold-release-ask = Libérer { $artist }, { $venue }, { $day } (option { $rank }) ?
hold-release-behind = { $venue } passera devant et en sera prévenu.
hold-release-yes = Oui, libérer
hold-release-no = Non, garder
hold-released-toast = Libéré
hold-released = C’est libéré : { $artist }, { $venue }, { $day } (option { $rank }).
hold-kept = D’accord, je ne change rien.
hold-extend-past = Ce jour est passé ou vient après la date : rien n’a changé.
hold-extend-ask = Prolonger l’option { $rank } ({ $artist }, { $venue }, { $day }) jusqu’au { $to } ?
hold-extended = C’est prolongé : option { $rank } ({ $artist }, { $venue }, { $day }), valable jusqu’au { $until }.
hold-confirm-ask = { $venue } confirme { $artist }, { $day } (option { $rank }). Je l’envoie à valider ?
hold-challenge-ask = Demander à { $venue } de confirmer ou de libérer { $artist }, { $day } (option { $rank }) ?
hold-lift-ask = « Lever l’option » se dit pour les deux : { $venue }, { $day } ({ $artist }), ils confirment ou ils libèrent ?
hold-do-confirm = Ils confirment
hold-do-release = Libérer
hold-do-submit = Envoyer à valider
hold-do-extend = Prolonger d’une semaine
hold-do-extend-to = Oui, prolonger
hold-do-challenge = Demander confirmation
hold-do-wait = Attendre encore un jour
hold-when = { $day } à { $time }
hold-challenged = C’est demandé : réponse attendue de { $names } avant le { $when }.
hold-challenge-already = C’est déjà demandé, réponse attendue avant le { $when }.
hold-challenge = Un autre lieu veut confirmer { $artist }, { $day }. C’est { $venue } qui a l’option { $rank } : demande-leur s’ils confirment ou libèrent, avant le **{ $when }**. Le message est prêt :
hold-mail-greeting = Bonjour,
hold-mail-greeting-name = Bonjour { $name },
hold-challenge-mail =
    { $greeting }

    Vous avez l’option { $rank } sur { $artist } { $day }. Un autre lieu est prêt à confirmer cette date. Pouvez-vous nous dire d’ici { $when }, { $time }, si vous confirmez, ou si nous pouvons la libérer ?

    Bien à vous,
    { $sender }, { $agency }
hold-waiting = D’accord, on attend jusqu’au { $when }.
hold-challenge-over = { $venue } n’a pas répondu à la demande de confirmation : { $artist }, { $day } (option { $rank }). On fait quoi ?
hold-released-by-silence = { $venue } n’a pas répondu : comme prévu, { $artist }, { $day } est libéré (option { $rank }).
hold-ending = { $artist }, { $day } : l’option { $rank } ({ $venue }) finit le { $until }.
hold-expired = { $artist }, { $day } : l’option { $rank } ({ $venue }) a pris fin le { $until }. La date est de nouveau libre de ce côté.
hold-lost = { $artist }, { $day } est calé avec { $taker } : l’option { $rank } ({ $venue }) tombe. Préviens-les, le message est prêt :
hold-lost-mail =
    { $greeting }

    La date avec { $artist } { $day } vient d’être confirmée ailleurs : nous devons donc libérer votre option. Nous serions heureux de trouver une autre date avec vous.

    Bien à vous,
    { $sender }, { $agency }
letter-day = le { $day }
booking-which = Laquelle ?
booking-none-release = Je ne vois pas d’option qui corresponde. Écris le lieu et le jour : « Le Fil lâche le 13 mars ».
booking-none-confirm = Je ne vois pas d’option qui corresponde. Pour un nouveau deal, écris « /deal » suivi de l’artiste, du lieu et du jour.
booking-none-lift = Je ne vois pas d’option qui corresponde. Écris le lieu et le jour.
booking-none-postpone = Je ne vois pas de date qui corresponde. Écris le lieu et les deux jours : « Le Fil reporte du 13 mars au 12 septembre ».
booking-none-cancel = Je ne vois pas de date qui corresponde. Écris le lieu et le jour : « Le Fil annule le 13 mars ».
booking-none-challenge = Personne n’a d’option ce jour-là : la date est à prendre. Écris « /deal ».
booking-none-extend = Je ne vois pas d’option qui corresponde. Écris le lieu : « prolonge l’option du Fil jusqu’au 15 février ».
