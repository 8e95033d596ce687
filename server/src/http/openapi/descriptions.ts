/** What the summary of an operation leaves open, where its route does not say it. */
export const descriptions: Record<string, string> = {
  'POST /boards': 'The same body again is answered with 200, another one of the same id with 409.',
  'GET /boards': 'Public ones, and with a steward’s token or session all of them.',
  'GET /boards/{board}':
    'With its position in the ledger (`epoch`, `seq`), sectors, units, metrics and drives.',
  'DELETE /boards/{board}': 'The demo does not come back at the next start.',
  'PUT /boards/{board}/sectors/{id}': 'The same body again changes nothing.',
  'GET /boards/{board}/results':
    'Annulled ones included, unless `valid=true`; the conditions that are named must all hold.',
  'GET /boards/{board}/results/{id}':
    'As it is now recognised; `announced` says how it was posted, where that is another value.',
  'POST /boards/{board}/results/{id}/verification':
    'A steward has looked at the evidence. What needs no more than that is then ratified.',
  'POST /boards/{board}/results/{id}/annulment':
    'It counts no more, and everything after it is reckoned anew. It cannot be taken back.',
  'POST /boards/{board}/results/{id}/correction':
    'What is not named stays. Everything after it is reckoned anew, and a verified result is ' +
    'provisional again.',
  'POST /boards/{board}/results/{id}/decline':
    'The share of the unit returns to the others in proportion to theirs.',
  'POST /boards/{board}/results/{id}/attestation': 'A unit that is no party of it saw the result.',
  'POST /boards/{board}/results/{id}/objections':
    'Anyone may object until the result is ratified; an open objection holds it up.',
  'POST /boards/{board}/results/{id}/objections/{objection}/settlement':
    'Dismissed, it lets the record go on; upheld, it rejects the result.',
  'POST /boards/{board}/results/{id}/rejection':
    'It counts as an annulled one, with a reason that everybody can read.',
  'GET /boards/{board}/verification-rules':
    'Whether a unit must attest it, and for how many days anyone may object.',
  'GET /boards/{board}/verification':
    'Standing records of board and sectors, unverified breakthroughs, and what somebody objects to.',
  'GET /boards/{board}/results/{id}/history': 'Every step with who took it and when.',
  'GET /boards/{board}/records': 'Of the board, of sectors and of units, by the named conditions.',
  'GET /boards/{board}/records/progression':
    'Each mark with its holders; an equal one of another unit stands as `equalled`.',
  'GET /boards/{board}/people':
    'By name, with their ways back in and when they were last seen. Told to stewards alone.',
  'GET /boards/{board}/sign-in': 'Of somebody on several boards the strictest decides.',
  'GET /boards/{board}/people/{person}/devices': 'What each browser says of itself, and when.',
  'DELETE /boards/{board}/people/{person}/devices/{device}':
    'Its open pages fall silent within two seconds, on every node.',
  'GET /boards/{board}/invitations': 'Used up, withdrawn and too old ones as well.',
  'GET /boards/{board}/experiences': 'With how many units stand where with each.',
  'GET /boards/{board}/experiences/{id}':
    'Its text, links and pictures, and each offered unit with its state and its lift.',
  'GET /boards/{board}/experiences/{id}/adoptions/{unit}':
    'With both samples of results, the method and its uncertainty.',
  'PUT /boards/{board}/experiences/{id}/offers/{unit}':
    'Beside those the board has offered it to by itself.',
  'DELETE /boards/{board}/experiences/{id}/offers/{unit}':
    'Once the unit has begun with it, an offer stands.',
  'GET /boards/{board}/drives': 'Drafts for stewards alone.',
  'GET /boards/{board}/drives/{id}':
    'As it was written, with its state, its moments as UTC times and its pledges. `ETag` is its ' +
    'version.',
  'DELETE /boards/{board}/drives/{id}': 'Once it is open for pledges it stays.',
  'GET /boards/{board}/standards': 'With a proposal where most units have reached one.',
  'GET /boards/{board}/metrics/{id}/standard':
    'Who reached it with which result, the level before, and what the board proposes.',
  'GET /boards/{board}/calendar': 'Workdays, holidays, and the period that plans are of.',
  'GET /boards/{board}/pulse': 'The same rows as the topic `pulse` holds.',
  'GET /boards/{board}/units/{id}/pulse':
    'What is due by now, what was done, and the result that shows it.',
  'GET /boards/{board}/ledger': 'The complete export: one entry a line, chained by hashes.',
  'PUT /boards/{board}/titles/{id}': 'Words for people, and a criterion that the board watches.',
  'DELETE /boards/{board}/titles/{id}': 'It is proposed no more.',
  'PUT /boards/{board}/honours/{id}': 'With a citation. The same body again changes nothing.',
  'POST /boards/{board}/honours/{id}/withdrawal': 'Everybody can read why.',
  'GET /boards/{board}/honours': '`would-be` candidates would win if it ended now.',
  'GET /boards/{board}/model-units': 'Each score by its terms, down to results and experiences.',
  'GET /boards/{board}/honours/{id}/certificate.pdf': 'To be printed; a withdrawn one has none.',
  'DELETE /boards/{board}/playlists/{id}': 'Walls that had it go on with what they choose.',
  'GET /boards/{board}/displays': 'Those that were named, and those that are there.',
  'DELETE /boards/{board}/displays/{id}': 'One that is there stays there, without a name.',
  'DELETE /boards/{board}/messages/{id}': 'Before its time is over.',
  'GET /boards/{board}/drives/{id}/stage':
    'For stewards: the rows that come out with the next step are seen by nobody else.',
  'POST /setup': 'The answer sets the session’s cookie; the link is spent.',
  'GET /session': 'The role of the token or session that the request carries.',
  'DELETE /session': 'The answer takes the session’s cookie away.',
  'GET /boards/{board}/pictures/{id}':
    'Made anew by the server. Others than stewards see it once something that is public shows it.',
  'GET /boards/{board}/look': 'What nobody has set is absent: the product’s own look holds there.',
  'GET /boards/{board}/embedding': 'Nobody’s but the board’s own, until a steward names some.',
};
