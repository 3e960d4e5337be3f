// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The extractor's closed lists, written for this project from general knowledge of Swedish. Lower
/// case, separated by blanks. Lists of suffixes are matched against the end of a lower-case word.
namespace pressarkiv::extract::word_lists {

/// Prepositions, conjunctions, pronouns, adverbs, auxiliaries: what is never a name or an office
/// even where a sentence makes it begin with a capital.
inline constexpr std::string_view kFunctionWords =
    "och eller men utan samt både varken antingen så för ty att som om när då medan innan sedan "
    "tills "
    "eftersom därför fast fastän trots även också bara endast inte ej aldrig alltid ofta ibland nu "
    "här där hit dit hem hemma borta ut in upp ner ned fram bak på i av från till med utan hos vid "
    "mot mellan under över efter före inför inom utom utanför innanför bland bakom framför bredvid "
    "kring runt genom enligt via per ur åt längs längst utmed tack vare angående beträffande "
    "gällande den det de dem denna detta dessa en ett ena andra annan annat någon något några "
    "ingen "
    "inget inga alla allt all varje var vart vilken vilket vilka vad vem vems hur varför jag du vi "
    "ni "
    "han hon hen man mig dig oss er sig honom henne min mitt mina din ditt dina vår vårt våra ert "
    "era sin sitt sina hans hennes dess deras mer mest mindre minst många mycket få fler flera "
    "flest flesta lite litet mången sådan sådant sådana samma själv själva båda bägge ytterligare "
    "dessutom däremot emellertid dock ändå ändock alltså således sålunda nämligen däribland bland "
    "annat exempelvis till exempel särskilt framförallt framför allt totalt cirka omkring ungefär "
    "knappt drygt nästan redan snart strax sällan kanske möjligen troligen sannolikt naturligtvis "
    "givetvis självklart förstås ju väl nog visst ja nej jo hej tack välkommen välkomna läs se "
    "ring "
    "hör kom mejla maila ta ge gå bli var är har hade haft ha vara varit blir blev blivit ska "
    "skall skulle kan "
    "kunde kunnat vill ville velat måste bör borde får fick fått gör gjorde gjort går gick gått "
    "kommer kom kommit tar tog tagit ger gav givit gett ser såg sett står stod stått ligger låg "
    "finns fanns funnits heter hette låter lät behöver behövde tidigare senare vidare snarare "
    "numera nyligen häromdagen idag imorgon igår ikväll inatt i-dag hittills därefter därmed "
    "därigenom dessförinnan utöver därutöver härmed varav varvid varpå varmed vilkas vars "
    "samtidigt "
    "tillsammans "
    "ungefärligen förutom istället stället inklusive exklusive plus minus respektive "
    "ställföreträdande "
    "första andra tredje fjärde femte två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen "
    "miljon miljoner miljard miljarder procent kronor ny nya nytt nye god gott goda stor stort "
    "stora "
    "liten lilla små hela helt hel halv halva sist sista senaste nästa förra fjol år åren året dag "
    "dagen dagar vecka veckan månad månaden gång gånger igen redan ännu än ens just kring sådär "
    "the and of for in on at to";

/// Words that begin with a capital and are not part of a person's name.
inline constexpr std::string_view kNotNames =
    "måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen "
    "fredagen "
    "lördagen söndagen måndagens tisdagens onsdagens torsdagens fredagens lördagens söndagens "
    "januari "
    "februari mars april maj juni juli augusti september oktober november december pressmeddelande "
    "pressmeddelanden presskontakt pressinbjudan kontakt kontaktperson kontakter kontaktpersoner "
    "fakta foto "
    "fotograf bild bildtext illustration ämnen ämne taggar nyckelord regioner orter kategorier "
    "info "
    "information mobil telefon tel tfn mejl mail e-post epost webb datum tid plats publicerad "
    "publicerat uppdaterad eu fn usa nato who osse oecd ilo imf skr sida slut rättelse embargo "
    "nyhet "
    "artikel sverige sveriges svensk svenska norden nordiska europa europeiska saint sankt san "
    "santa "
    "st s:t s:ta region länsstyrelsen landstinget kommun kommunen regeringen riksdagen polisen "
    "agenda "
    "program programmet tema vänliga hälsningar mvh gud jul julen påsk påsken midsommar nyår covid "
    "moderaterna socialdemokraterna centerpartiet liberalerna folkpartiet kristdemokraterna "
    "miljöpartiet vänsterpartiet sverigedemokraterna world economic forum global deal united "
    "nations "
    "council union days summit federal reserve innovation solidarity sustainable house white "
    "majestät majestäter höghet höghets excellens dear mr mrs ms sir kära käre h.e. h.k.h. h.m. "
    "h.k.h h.m initiative partnership alliance fund "
    "green security policy conference "
    "strategy research "
    "european nordic baltic institute university college school forum week award awards agency "
    "office committee commission parliament court convention agreement act pact programme "
    "future health climate water food digital network foundation society association nya stora "
    "lilla norra södra östra västra mellersta inre yttre övre "
    "nedre "
    "gamla kungliga stockholms göteborgs";

/// Verbs that introduce speech wherever they stand beside a person.
inline constexpr std::string_view kSayVerbs =
    "säger sade sa sagt säga berättar berättade förklarar förklarade menar menade anser ansåg "
    "konstaterar konstaterade understryker underströk betonar betonade poängterar poängterade "
    "påpekar "
    "påpekade tillägger tillade fortsätter fortsatte avslutar avslutade inflikar inflikade "
    "sammanfattar sammanfattade kommenterar kommenterade skriver skrev uppger uppgav hävdar "
    "hävdade "
    "framhåller framhöll uttalar uttalade meddelar meddelade intygar intygade påstår påstod svarar "
    "svarade frågar frågade undrar undrade utbrister utbrast medger medgav erkänner erkände "
    "försäkrar försäkrade lovar lovade varnar varnade uppmanar uppmanade avslöjar avslöjade tipsar "
    "tipsade hälsar hälsade ropar ropade viskar viskade resonerar resonerade summerar summerade "
    "replikerar replikerade redogör redogjorde beskriver beskrev slår lägger fyller citerar "
    "argumenterar argumenterade bedömer bedömde deklarerar deklarerade förtydligar förtydligade "
    "inleder inledde kontrar kontrade kompletterar kompletterade";

/// Verbs of thought, feeling and tone: speech only in the place of an attribution.
inline constexpr std::string_view kThinkVerbs =
    "tycker tyckte tror trodde hoppas hoppades tänker tänkte funderar funderade skrattar skrattade "
    "ler log suckar suckade skojar skojade skämtar skämtade önskar önskade känner kände gläds "
    "gladdes jublar jublade räknar räknade vädjar vädjade manar manade kräver krävde befarar "
    "befarade oroas minns mindes konkluderar filosoferar småler flinar nickar muttrar mumlar "
    "instämmer instämde spår spådde gissar gissade rapporterar rapporterade yttrar yttrade lyder "
    "löd "
    "protesterar avrundar avrundade upplyser upplyste invänder invände insisterar bekräftar "
    "bekräftade";

/// Offices and occupations that the suffixes do not reach, indefinite.
inline constexpr std::string_view kRoleNouns =
    "vd ceo cfo cto coo it-chef minister chef direktör ordförande sekreterare ledare talman "
    "president "
    "kansler premiärminister ambassadör sändebud konsul attaché general överste kapten major "
    "löjtnant "
    "amiral kommendör polis åklagare domare advokat jurist notarie lagman kammarrättslagman rådman "
    "chefsrådman nämndeman "
    "professor rektor prorektor dekan prodekan prefekt docent lektor adjunkt doktorand student "
    "elev "
    "doktor ekonom agronom astronom ingenjör civilingenjör arkitekt designer kurator curator kock "
    "smed bonde präst biskop ärkebiskop kyrkoherde komminister diakon imam rabbin kantor domprost "
    "prost pastor kung drottning prins prinsessa kronprinsessa kronprins påve granne förälder "
    "pappa "
    "mamma farfar farmor morfar mormor son dotter bror syster make maka änka kund pensionär "
    "eldsjäl "
    "värd värdinna patron brukspatron redare grosshandlare fabrikör bankman uppfinnare volontär "
    "statsråd "
    "regionråd kommunalråd borgarråd oppositionsborgarråd landstingsråd länsråd justitieråd "
    "kansliråd "
    "oppositionsråd oppositionsregionråd oppositionskommunalråd departementsråd hovrättsråd "
    "kammarrättsråd "
    "regeringsråd finansborgarråd skolborgarråd ombud miljöombud skyddsombud huvudskyddsombud "
    "personombud djurskyddsombud barnombudsman ombudsman ledamot suppleant talesperson talesman "
    "taleskvinna coach personal hr-chef ansvarig barnmorska sköterska undersköterska "
    "sjuksköterska chefssjuksköterska tandsköterska distriktssköterska veterinär apotekare kemist "
    "fysiker tekniker politiker musiker historiker kapellmästare kock konditor florist pilot "
    "skeppare "
    "volontär fru herr landshövding hövding ceremonimästare generalsekreterare kommissionär "
    "kommissionsordförande medlem besökare segrare vinnare pristagare stipendiat lantbrukare "
    "kompositör "
    "kammarherre hovmarskalk riksmarskalk överintendent intendent kommendörkapten målsman kassör "
    "kamrer "
    "medgrundare grundare delägare ägare moderator konferencier trubadur poet filosof aktivist "
    "koreograf "
    "statssekreterare kabinettssekreterare expeditionschef utrikesråd konstnär författare "
    "journalist ordf "
    "gymnasist studerande praktikant trainee pionjär profil veteran legend ikon stjärna idrottare "
    "hydrolog geolog biolog psykolog arkeolog meteorolog ekolog limnolog sociolog kardiolog "
    "onkolog "
    "sammankallande kirurg producent farmaceut sopran mezzosopran tenor baryton dirigent regissör "
    "solist "
    "virolog epidemiolog teknolog antropolog etnolog geograf bibliograf fotograf demograf "
    "scenograf "
    "mor far mentor fadder hedersdoktor kommunikatör mäklare skådespelare officer soldat sjöman "
    "styrman "
    "matros lots lotsbefäl sergeant fänrik furir piloter befäl kommissarie polismästare "
    "rikspolischef";

/// Endings of offices and occupations, indefinite form.
inline constexpr auto kRoleSuffixes = std::to_array<std::string_view>(
    {"minister",   "chef",         "direktör",     "ordförande",    "sekreterare",   "ledare",
     "borgarråd",  "regionråd",    "kommunalråd",  "statsråd",      "länsråd",       "justitieråd",
     "ombudsman",  "talesperson",  "talesman",     "taleskvinna",   "samordnare",    "handläggare",
     "strateg",    "ansvarig",     "utredare",     "professor",     "rektor",        "lärare",
     "läkare",     "sköterska",    "skötare",      "ägare",         "brukare",       "hövding",
     "president",  "kansler",      "ambassadör",   "sändebud",      "forskare",      "doktorand",
     "docent",     "lektor",       "student",      "elev",          "ekonom",        "ingenjör",
     "tekniker",   "arkitekt",     "konstnär",     "författare",    "journalist",    "redaktör",
     "tecknare",   "givare",       "intendent",    "bibliotekarie", "arkivarie",     "antikvarie",
     "pedagog",    "psykolog",     "terapeut",     "kurator",       "handlare",      "konsult",
     "analytiker", "rådgivare",    "tränare",      "spelare",       "åkare",         "löpare",
     "mästare",    "ledamot",      "kommunikatör", "assistent",     "administratör", "koordinator",
     "controller", "revisor",      "inspektör",    "inspektor",     "förare",        "operatör",
     "montör",     "företagare",   "entreprenör",  "grundare",      "ombud",         "bonde",
     "smed",       "präst",        "pastor",       "jurist",        "advokat",       "direktris",
     "värdinna",   "barnmorska",   "utvecklare",   "arbetare",      "vetare",        "iker",
     "olog",       "nom",          "graf",         "örska",         "inna",          "ist",
     "ör",         "are",          "arie",         "agog",          "iater",         "man",
     "kvinna",     "person",       "general",      "kommissarie",   "prefekt",       "tekniker",
     "logoped",    "sångerska",    "domare",       "åklagare",      "mamma",         "pappa",
     "förälder",   "befäl",        "kapten",       "fysiker",       "coach",         "manager",
     "expert",     "mentor",       "ansvarige",    "attaché",       "kommissionär",  "funktionär",
     "ator",       "assessor",     "notarie",      "suppleant",     "vinnare",       "deltagare",
     "medlem",     "chefredaktör", "skribent",     "farmaceut",     "kirurg",        "löjtnant",
     "amiral",     "gäst"});

/// Words that end like an office but are none.
inline constexpr std::string_view kNotRoles =
    "tidigare senare vidare snarare ytterligare närmare fortfarande större mindre högre lägre "
    "bättre "
    "sämre äldre yngre längre kortare starkare svagare snabbare enklare bredare djupare tydligare "
    "säkrare billigare dyrare hårdare lättare tuffare effektivare viktigare vanligare smartare "
    "klarare "
    "renare grönare närmre sist visst minst mest först dialog katalog prolog epilog analog genom "
    "inom "
    "utom honom enom igenom bakom dom som om paragraf ör hör gör rör för kör inför därför före "
    "utför "
    "framför man någon domän kvinna person personer skillnad ingen vanlig andra samt dagar klar "
    "par "
    "tar bar var medan trots månad tiden plan början sedan handling sida dag existens "
    "människa människor vän vänner kära kommunen staden regionen föreningen företaget folk elva "
    "dator datorn motor motorn faktor sektor sektorn aktör aktörer humör kontor kontoret filialen "
    "vikare resultat glad rad grad stad bland program problem system system ordet försvar häst "
    "fest "
    "test rest gäst post kust tjänst konst frist brist list mist hist trist twist kvist vist quist "
    "artist-  protest kontrast assist sommar höst vår vinter "
    "mannen-  roman romanen talan plan organ rutan sedan orkan kan man han hon utan mellan redan "
    "dagsljus dator generator indikator radiator ventilator katalysator transformator simulator "
    "ekvator";

/// Adjectives and adverbs that belong to an office.
inline constexpr std::string_view kRoleAdjectives =
    "vice vicevd särskild särskilda särskilde biträdande tillförordnad tillförordnade tf t.f. tf. "
    "f.d. fd "
    "tidigare förre förra före_detta dåvarande nuvarande tillträdande avgående ställföreträdande "
    "verkställande nationell nationella regional regionala lokal lokala operativ operativa "
    "strategisk "
    "strategiska teknisk tekniska administrativ administrativa konstnärlig konstnärliga "
    "vetenskaplig "
    "vetenskapliga medicinsk medicinska senior seniora junior ordinarie extra adjungerad gäst "
    "auktoriserad legitimerad leg. leg förste första andre andra tredje stockholmsbaserat "
    "stockholmsbaserad "
    "kommunal kommunala facklig fackliga politisk politiska ekonomisk ekonomiska klinisk kliniska "
    "internationell internationella global globala nordisk nordiska specialiserad exekutiv "
    "exekutiva "
    "hållbarhetsansvarig parlamentarisk parlamentariska kommersiell kommersiella pedagogisk "
    "pedagogiska "
    "ansvarig ansvarige andrevice förstevice 1:e 2:e 3:e ensam ständig ständige tillträdd allmän";

inline constexpr std::string_view kParticles =
    "von van de der den af av la le di da dos du del della el al bin ibn ben zu zur ter ten do das "
    "y";

/// Capitalised (or written in capitals): the run before is an organisation or a thing.
inline constexpr std::string_view kOrgWords =
    "ab hb kb aktiebolag handelsbolag publ group holding international consulting konsult "
    "stiftelse "
    "stiftelsen förening föreningen förbund förbundet museum museet akademi akademin förlag skola "
    "skolan fastigheter fastighets bygg byggen måleri såg sågverk mekaniska gjuteri trädgård "
    "ridklubb "
    "energi elnät bil bilar buss bussar åkeri transport transporter frakt mejeri bryggeri bageri "
    "konditori kök krog restaurang café cafe hotell kommun stad region län sjukhus barnsjukhus "
    "hôtel centre sameby pizzeria pub kulturhus universitet högskola institut institutet teater "
    "teatern orkester kör ensemble "
    "band trio "
    "kvartett "
    "if bk fk fc sk ik aik advokatbyrå revision redovisning media reklam design arkitekter söner "
    "son & "
    "rederi marin livs handel möbler kläder sport fisk kött blommor optik tandvård vård omsorg hem "
    "hospital clinic klinik center centrum arena stadion park camping gård slott kyrka församling "
    "fond fonden pris priset stipendium kapital invest bank försäkring data system systems "
    "software solutions technology technologies labs ltd inc gmbh plc oy as asa aps co company "
    "fastighetsförmedling fastighetsbyrå bokhandel galleri studio film produktion records musik "
    "trafik taxi maskin maskiner verkstad plåt el vvs rör service städ partner partners";

/// Lower-case nouns before a run of capitals that say: a thing, a group, a work.
inline constexpr std::string_view kThingLeads =
    "föreningen förening stiftelsen bolaget bolag företaget företag byggbolaget byggföretaget "
    "koncernen "
    "kedjan butiken butikskedjan varumärket märket kören kammarkören bandet gruppen gruppens "
    "orkestern ensemblen "
    "teatern restaurangen krogen caféet kaféet hotellet skolan friskolan gymnasieskolan förskolan "
    "sjukhuset "
    "fartyget färjan skeppet båten tåget planet isbrytaren ubåten hästen hunden katten romanen "
    "boken filmen "
    "låten albumet pjäsen operan musikalen serien tidningen tidskriften magasinet programmet "
    "projektet "
    "kampanjen appen tjänsten produkten systemet modellen stormen orkanen ovädret dammen gruvan "
    "berget "
    "sjön ån ön gatan torget parken kvarteret området stadsdelen byn tätorten orten kommunen "
    "staden "
    "statyn skulpturen målningen utställningen priset stipendiet fonden loppet turneringen cupen "
    "klubben "
    "klubb kvinnojouren jouren studieförbundet förlaget galleriet museet advokatbyrån byrån firman "
    "åkeriet rederiet "
    "revisionsbyrån konsultbolaget fastighetsbolaget energibolaget elbolaget teknikbolaget "
    "familjeföretaget "
    "dotterbolaget moderbolaget varuhuset bageriet konditoriet gjuteriet sågen gården slottet "
    "herrgården "
    "juristerna arkitekterna konsulterna orkanen planeten kyrkan församlingen linjen bron tunneln "
    "villan "
    "sorten rosen äpplet osten ölet vinet trion duon kvartetten";

/// Endings of the same ("verkstadsföretaget", "damkören").
inline constexpr auto kThingLeadSuffixes = std::to_array<std::string_view>(
    {"företaget", "bolaget",     "föreningen",    "stiftelsen", "koncernen",  "kedjan",
     "kören",     "bandet",      "orkestern",     "ensemblen",  "teatern",    "restaurangen",
     "hotellet",  "skolan",      "sjukhuset",     "fartyget",   "färjan",     "skeppet",
     "romanen",   "boken",       "filmen",        "pjäsen",     "operan",     "musikalen",
     "serien",    "tidningen",   "tidskriften",   "kampanjen",  "projektet",  "stormen",
     "gruvan",    "skulpturen",  "utställningen", "priset",     "stipendiet", "fonden",
     "loppet",    "turneringen", "cupen",         "klubben",    "jouren",     "förbundet",
     "förlaget",  "byrån",       "firman",        "åkeriet",    "rederiet",   "varuhuset",
     "bageriet",  "gjuteriet",   "verket",        "gården",     "båten"});

/// What is named after people: exact words …
inline constexpr std::string_view kThings =
    "väg vägen gata gatan gränd plats torg torget allé allén park parken bro bron sal salen hus "
    "huset hem "
    "hemmet gård gården skola skolan kyrka kyrkan museum museet sjukhus stiftelse stiftelsen fond "
    "fonden "
    "pris priset stipendium stipendiet medalj medaljen saga sagan minne minnesfond cup cupen lopp "
    "loppet "
    "dag dagen kulle backe backen äng ängen ö holme udde vik strand hamn hamnen kaj kajen stig "
    "stigen "
    "rum rummet vrå bibliotek scen scenen teater arena förlag bageri trädgård café krog livs åkeri "
    "syndrom sjukdom metod lag institut institutet akademi akademin centrum center medel samling "
    "samlingar staty byst länk backe brunn källa grav stuga stugan torn tornet konsert "
    "stipendiefond "
    "mekaniska smedja kvarn såg möbler bokhandel ridklubb gymnasium förskola friskola bygg "
    "mottagning mottagningen klinik kliniken";

/// … and endings ("Nybrogatan", "minnespris", "Järvaveckan").
inline constexpr auto kThingSuffixes = std::to_array<std::string_view>(
    {"väg",      "vägen",      "gata",       "gatan",      "gränd",      "gränden",     "plats",
     "platsen",  "torg",       "torget",     "allé",       "allén",      "parken",      "bron",
     "salen",    "skola",      "skolan",     "kyrka",      "kyrkan",     "museum",      "museet",
     "sjukhus",  "sjukhuset",  "stiftelse",  "stiftelsen", "fond",       "fonden",      "pris",
     "priset",   "stipendium", "stipendiet", "medalj",     "medaljen",   "minne",       "loppet",
     "cupen",    "dagen",      "kajen",      "stigen",     "institutet", "stipendier",  "förlag",
     "förlaget", "gymnasiet",  "gården",     "trädgård",   "museum",     "sällskapet",  "sällskap",
     "hallen",   "rapporten",  "samlingen",  "festival",   "festivalen", "konferensen", "plaketten",
     "statyn",   "staty"});

/// Endings of capitalised words that are organisations, not surnames.
inline constexpr auto kOrgSuffixes = std::to_array<std::string_view>(
    {"verket",       "partiet",       "nämnden",      "styrelsen",   "rådet",
     "kommun",       "kommunen",      "bolaget",      "institutet",  "universitetet",
     "universitet",  "högskola",      "högskolan",    "förbundet",   "förbund",
     "föreningen",   "förening",      "stiftelsen",   "stiftelse",   "myndigheten",
     "inspektionen", "departementet", "kommittén",    "utskottet",   "banken",
     "sjukhus",      "sjukhuset",     "skola",        "skolan",      "museet",
     "museum",       "erna",          "arna",         "kyrkan",      "församling",
     "församlingen", "länsstyrelsen", "teatern",      "regionen",    "facket",
     "energi",       "kraft",         "bygg",         "fastigheter", "förmedling",
     "förmedlingen", "tjänst",        "gruppen",      "företagen",   "företag",
     "polisen",      "kassan",        "center",       "centrum",     "kansliet",
     "byrån",        "domstolen",     "rätten",       "unionen",     "fonden",
     "akademin",     "akademien",     "delegationen", "utredningen", "kommissionen",
     "koncernen",    "kedjan"});

/// Endings of English nouns and adjectives that no Swedish word and hardly a name has.
inline constexpr auto kEnglishSuffixes = std::to_array<std::string_view>(
    {"tion",    "tions",   "ment",    "ments",   "ity",     "ities",  "ness",    "ship",
     "ships",   "ence",    "ences",   "ances",   "ency",    "ancy",   "ture",    "tures",
     "ies",     "ics",     "ology",   "ogy",     "ive",     "ives",   "ional",   "cial",
     "tial",    "ary",     "ery",     "ory",     "ways",    "work",   "works",   "day",
     "days",    "ing's",   "wide",    "room",    "house",   "water",  "power",   "stream",
     "society", "defense", "defence", "science", "justice", "market", "markets", "action",
     "rights",  "states",  "peace",   "prize",   "forum",   "treaty", "mission", "project",
     "program", "care",    "force",   "forces"});

/// English words of names of bodies, works and programmes; none that is a common given name or
/// surname.
inline constexpr std::string_view kEnglishWords =
    "with from first second never those these north northern south southern east eastern western "
    "heavy deep open greater little big blue golden silver royals international external internal "
    "national public general united swedish danish norwegian finnish islamic european asian "
    "african "
    "american pacific atlantic arctic air sea earth life war energy medicine health relief aid kit "
    "support help fund trust bank road port bay island islands "
    "valley forest base college academy library studio studios theatre theater opera song songs "
    "dance film films movie book books handbook game games championship contest award "
    "awards prize club team group company corporation industries solutions systems "
    "services network link line track vehicle vehicles cars ship boat fiber solar engine "
    "engineering fashion food kitchen restaurant pub hotel shop brand media press news radio "
    "television channel communications dialogue talks summit meeting conference conventions "
    "roadmap "
    "chamber marines corps army navy guard funeral count countryside country living duty "
    "shield generation fellowship monument sands pole give up our your world people youth children "
    "women men science technology innovation business trade labour research studies review report "
    "journal times post today tomorrow night week year spring autumn";

/// Endings of surnames.
inline constexpr auto kSurnameSuffixes = std::to_array<std::string_view>(
    {"sson",   "son",    "sen",   "berg",  "bergh", "ström", "gren",  "lund",  "qvist",   "kvist",
     "quist",  "dahl",   "dal",   "holm",  "man",   "mann",  "ell",   "én",    "ius",     "stedt",
     "städt",  "stad",   "borg",  "feldt", "felt",  "hag",   "hagen", "löf",   "löv",     "blad",
     "blom",   "rot",    "roth",  "skog",  "sjö",   "stam",  "mark",  "ås",    "åker",    "ander",
     "ing",    "ling",   "in",    "lin",   "ov",    "ev",    "ova",   "eva",   "ić",      "ič",
     "ski",    "sky",    "ska",   "oğlu",  "oglu",  "vić",   "yan",   "ian",   "nen",     "la",
     "lä",     "ez",     "es",    "ini",   "elli",  "er",    "hardt", "ner",   "bäck",    "bo",
     "by",     "hed",    "hjelm", "hielm", "crona", "krona", "sköld", "swärd", "svärd",   "crantz",
     "krantz", "klo",    "fors",  "forss", "lundh", "ek",    "alm",   "rud",   "fält",    "feld",
     "vall",   "wall",   "hult",  "näs",   "sund",  "zon",   "pour",  "zadeh", "sdotter", "dóttir",
     "lind",   "strand", "stein", "witz",  "wicz",  "escu",  "enko",  "chuk",  "idis",    "akis",
     "vili"});

inline constexpr std::string_view kAppointments =
    "utse utser utses utsett utsåg utsågs utsetts utsedd förordna förordnar förordnas förordnat "
    "förordnade "
    "förordnats förordnad anställa anställer anställs anställt anställde anställts anställd välja "
    "väljer väljs valde valdes "
    "valts vald valt rekryterar rekryterat rekryterats nominerar nomineras nominerat nominerats "
    "föreslår "
    "tillträder tillträdde efterträder efterträdde efterträds ersätter ersatte utnämner utnämns "
    "utnämnt utnämnts "
    "utnämndes tillsätter tillsätts tillsatt presenterar presenteras presenterade presenterades "
    "presenterats omvalde omvaldes omväljs omvalt omvalts nyvaldes nyväljs adjungerades";

/// Verbs whose object is a place behind the subject: "I dag besöker Ulf Ek Warszawa."
inline constexpr std::string_view kVisits =
    "besöker besökte besökt besöka gästar gästade lämnar lämnade når nådde";

/// Kinship and the like: true of a person, but not what a release calls someone's role where it
/// says more.
inline constexpr std::string_view kKin =
    "son dotter bror syster make maka far mor farfar farmor morfar mormor pappa mamma änka vän "
    "granne";

inline constexpr std::string_view kCopulas = "är var blir blev varit blivit vara bli heter";
inline constexpr std::string_view kPrepositions = "i på för hos vid av inom till från med åt över";
inline constexpr std::string_view kFirstPersons =
    "jag vi mig oss min mitt mina vår vårt våra du ni dig er din ditt";

}  // namespace pressarkiv::extract::word_lists
