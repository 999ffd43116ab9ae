"""What to say and advise of what a server or its driver answers, in three languages.

By the server's code without `Neo.ClientError.` and the like, or by what the driver stumbled over.
"""

from __future__ import annotations

import socket
import ssl

from graphtool.language import Text

_READ_ONLY = Text(
    "databasen tar ikke imot endringer, bare spørsmål; ingenting ble endret",
    "databasen tek ikkje imot endringar, berre spørsmål; ingenting blei endra",
    "the database takes no writes, only questions; nothing was changed",
)

REMEDIES: dict[str, Text] = {
    "Security.Unauthorized": Text(
        "bruker eller passord er feil eller mangler; sett NEO4J_USER og NEO4J_PASSWORD i miljøet",
        "brukar eller passord er feil eller manglar; set NEO4J_USER og NEO4J_PASSWORD i miljøet",
        "user or password is wrong, or missing; set NEO4J_USER and NEO4J_PASSWORD in the"
        " environment",
    ),
    "Security.TokenExpired": Text(
        "innloggingen har gått ut; sett NEO4J_USER og NEO4J_PASSWORD i miljøet",
        "innlogginga har gått ut; set NEO4J_USER og NEO4J_PASSWORD i miljøet",
        "the login has run out; set NEO4J_USER and NEO4J_PASSWORD in the environment",
    ),
    "Security.CredentialsExpired": Text(
        "passordet må byttes før det brukes første gang: logg inn som denne brukeren i Neo4j"
        " Browser eller cypher-shell, velg et nytt, og sett NEO4J_PASSWORD til det",
        "passordet må bytast før det blir brukt første gong: logg inn som denne brukaren i Neo4j"
        " Browser eller cypher-shell, vel eit nytt, og set NEO4J_PASSWORD til det",
        "the password must be changed before its first use: log in as this user in Neo4j Browser or"
        " cypher-shell, choose a new one, and set NEO4J_PASSWORD to it",
    ),
    "Security.AuthenticationRateLimit": Text(
        "for mange feil passord på rad; vent noen sekunder, og prøv så med det rette",
        "for mange feil passord på rad; vent nokre sekund, og prøv så med det rette",
        "too many wrong passwords in a row; wait some seconds, then try with the right one",
    ),
    "Security.Forbidden": Text(
        "denne brukeren har ikke lov til det; be om rettigheter, eller bruk en annen NEO4J_USER",
        "denne brukaren har ikkje lov til det; be om rettar, eller bruk ein annan NEO4J_USER",
        "this user may not do that; ask for rights, or use another NEO4J_USER",
    ),
    "Database.DatabaseNotFound": Text(
        "det finnes ingen database med det navnet; oppgi en annen med --database eller"
        " NEO4J_DATABASE",
        "det finst ingen database med det namnet; oppgi ein annan med --database eller"
        " NEO4J_DATABASE",
        "there is no database of that name; name another with --database or NEO4J_DATABASE",
    ),
    "General.DatabaseUnavailable": Text(
        "databasen er stanset eller holder på å starte; prøv igjen om litt",
        "databasen er stansa eller held på å starte; prøv igjen om litt",
        "the database is stopped, or starting; try again soon",
    ),
    "General.ForbiddenOnReadOnlyDatabase": _READ_ONLY,
    "General.WriteOnReadOnlyAccessDatabase": _READ_ONLY,
    "Statement.AccessMode": Text(
        "dette ville endre data, og det får ikke et spørsmål gjøre; ingenting ble endret",
        "dette ville endre data, og det får ikkje eit spørsmål gjere; ingenting blei endra",
        "this would write, and a question may not; nothing was changed",
    ),
    "Cluster.NotALeader": Text(
        "denne delen av klyngen tar ikke imot endringer; bruk neo4j:// i stedet for bolt://",
        "denne delen av klynga tek ikkje imot endringar; bruk neo4j:// i staden for bolt://",
        "this member of the cluster takes no writes; use neo4j:// instead of bolt://",
    ),
    "Schema.ConstraintCreationFailed": Text(
        "andre data der har vår etikett med en id brukt to ganger, eller en av våre relasjoner med"
        " samme nøkkel; gi det et annet navn, eller oppgi en annen database med --database eller"
        " NEO4J_DATABASE",
        "andre data der har etiketten vår med ein id brukt to gonger, eller ein av relasjonane våre"
        " med same nøkkel; gi det eit anna namn, eller oppgi ein annan database med --database"
        " eller NEO4J_DATABASE",
        "other data there has our label with an id used twice, or one of our relations with the"
        " same key; rename it, or name another with --database or NEO4J_DATABASE",
    ),
    "Schema.ConstraintValidationFailed": Text(
        "det som skal skrives, støter mot andre data der; ingenting av det ble skrevet",
        "det som skal skrivast, støyter mot andre data der; ingenting av det blei skrive",
        "what is to be written clashes with other data there; nothing of it was written",
    ),
    "Schema.ConstraintWithNameAlreadyExists": Text(
        "andre data der bruker navnet på en av våre regler (constraint); gi den et annet navn,"
        " eller oppgi en annen database med --database eller NEO4J_DATABASE",
        "andre data der bruker namnet på ein av reglane våre (constraint); gi han eit anna namn,"
        " eller oppgi ein annan database med --database eller NEO4J_DATABASE",
        "other data there uses the name of one of our constraints; rename that, or name another"
        " with --database or NEO4J_DATABASE",
    ),
    "Transaction.TransactionTimedOut": Text(
        "det tok lengre tid enn serveren tillater (db.transaction.timeout)",
        "det tok lengre tid enn tenaren tillèt (db.transaction.timeout)",
        "it took longer than the server allows (db.transaction.timeout)",
    ),
    "Transaction.TransactionTimedOutClientConfiguration": Text(
        "det tok lengre tid enn det fikk",
        "det tok lengre tid enn det fekk",
        "it took longer than was allowed",
    ),
    "Transaction.DeadlockDetected": Text(
        "noen andre skriver der også; prøv igjen",
        "nokon andre skriv der også; prøv igjen",
        "somebody else is writing there too; try again",
    ),
    "Transaction.LockClientStopped": Text(
        "serveren stanset midt i det; prøv igjen",
        "tenaren stansa midt i det; prøv igjen",
        "the server stopped in the middle of it; try again",
    ),
    "Statement.ParameterMissing": Text(
        "spørringen vil ha en parameter som ikke er oppgitt",
        "spørjinga vil ha ein parameter som ikkje er oppgitt",
        "the query wants a parameter that was not given",
    ),
    "Procedure.ProcedureNotFound": Text(
        "serveren mangler en prosedyre som spørringen bruker",
        "tenaren manglar ein prosedyre som spørjinga bruker",
        "the server lacks a procedure that the query calls",
    ),
    "Statement.SyntaxError": Text(
        "serveren forstår det ikke; Neo4j 5.26 eller nyere trengs",
        "tenaren forstår det ikkje; Neo4j 5.26 eller nyare trengst",
        "the server does not understand it; Neo4j 5.26 or later is needed",
    ),
}

BY_CAUSE: dict[type[BaseException], Text] = {
    socket.gaierror: Text(
        "ingen maskin med det navnet er kjent; se over skrivemåten og nettet",
        "inga maskin med det namnet er kjend; sjå over skrivemåten og nettet",
        "no machine of that name is known; check the spelling, and the network",
    ),
    ConnectionRefusedError: Text(
        "ingenting svarer der; kjører Neo4j, og er {port} porten?",
        "ingenting svarer der; køyrer Neo4j, og er {port} porten?",
        "nothing answers there; is Neo4j running, and is {port} its port?",
    ),
    ssl.SSLCertVerificationError: Text(
        "serverens sertifikat er ikke klarert; har du laget det selv, bruk +ssc i stedet for +s",
        "sertifikatet til tenaren er ikkje klarert; har du laga det sjølv, bruk +ssc i staden"
        " for +s",
        "the server's certificate is not trusted; for one of your own use +ssc instead of +s",
    ),
    ssl.SSLError: Text(
        "serveren snakker ikke TLS der; bruk {plain}",
        "tenaren snakkar ikkje TLS der; bruk {plain}",
        "the server does not speak TLS there; use {plain}",
    ),
}
"""By the kind of error that the driver met; `{port}` is the usual one, `{plain}` without TLS."""
BY_WORDS = {
    "looks like HTTP": Text(
        "dette er en port for nettlesere; driverens port er oftest {port}",
        "dette er ein port for nettlesarar; porten til drivaren er oftast {port}",
        "this is a port for browsers; the driver's port is usually {port}",
    ),
    "handshake": Text(
        "det som svarer der, er ingen port for drivere, som oftest er {port} (7474 er for"
        " nettlesere); en server som vil ha TLS, må ha +s i adressen",
        "det som svarer der, er ingen port for drivarar, som oftast er {port} (7474 er for"
        " nettlesarar); ein tenar som vil ha TLS, må ha +s i adressa",
        "what answers there is no port for drivers, which is usually {port} (7474 is for"
        " browsers); a server that wants TLS needs +s in the address",
    ),
}
"""By what the driver says, where no error of its own kind tells it."""
