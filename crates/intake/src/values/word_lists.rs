//! The lists behind `words`: legal forms, words of business, given names, and firms that bear a person's name.
//!
//! The rule: a word stands in one list for one reason, and the lists are words of the language and names in common use; none
//! was made from anybody's published payments. The file is long because it is lists, and holds nothing else.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// The words of a list, for asking after one.
pub(super) fn set(words: &'static str) -> FxHashSet<&'static str> {
    words.split_whitespace().collect()
}

pub(super) static LEGAL_FORMS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    set("ltd limited plc llp lp cic cio cyf cyfyngedig inc incorporated llc corp corporation gmbh ag bv nv sarl srl spa ab
         oy pty pte ulc unlimited lt limite limted limied ltdt liimited")
});

pub(super) static BUSINESS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    set("& and of for the at in by on co company companies uk gb group holdings partners partnership associates association assoc
         society trust trustees foundation charity fund union federation club institute board authority council councils borough parish
         town city county district government ministry office department dept hmrc nhs hse dwp dvla agency agencies commission
         committee forum network alliance league guild services service serv srvs svcs solutions systems sons son bros brothers
         daughters family school schools academy academies college colleges university nursery nurseries playgroup preschool
         creche church mosque temple cathedral chapel parochial diocese ministries mission hospice hospital hospitals clinic surgery
         practice pharmacy chemist chemists dental dentist dentists medical medicine health healthcare care caring carers homecare
         nursing rest residential home homes house housing hotel hotels inn arms lodge cottage cottages villa manor grange
         court mews towers flats apartments lettings letting estates estate property properties developments development
         construction builders building buildings build contractors contractor contracting contracts civils joinery joiners joiner
         carpentry carpenters flooring floors carpets tiles tiling windows glazing glass doors kitchens bathrooms furniture
         interiors design designs designer architects architect architecture surveyors surveyor surveying planning
         roofing roofers scaffolding plastering plumbing plumber plumbers heating gas electrical electrics electric electrician electricals
         energy power solar water waste recycling skip skips drainage drains cleaning cleaners clean laundry hygiene
         landscapes landscaping landscape gardens gardening gardeners garden nurserys tree trees arboricultural forestry farm farms
         fencing paving surfacing asphalt quarry aggregates concrete steel steelwork metals metal welding fabrications fabrication
         engineering engineers engineer technical technology technologies tech software computers computing computer it digital
         data web online internet media film films video photo photography photographic photographer photographers print printers
         printing press publishing publishers publications books bookshop news newspapers magazine signs sign graphics
         marketing advertising communications comms pr telecom telecoms mobile phone radio tv television broadcasting
         music musical theatre theatres dance arts art artist gallery galleries museum museums library libraries studio studios
         productions production events event entertainment entertainments circus festival leisure sport sports fitness gym
         football cricket rugby golf swimming swim athletics cycling cycles cycle bikes skating yoga
         travel taxi taxis cabs cab cars car minibus minibuses minicabs coaches coach buses bus private hire transport logistics haulage
         couriers courier removals removal storage shipping freight express airlines rail railway motors motor garage garages
         autos auto tyres tyre clutch vehicles vehicle vans van fleet rental rentals hirings leasing plant tools
         machinery equipment supplies supply suppliers stores store shop shops superstore supermarket market markets retail wholesale
         trading traders products foods food catering caterers caterer kitchen cafe coffee restaurant bar pizza bakery bakers baker
         butchers butcher dairy dairies meats fruit veg takeaway drinks brewery wines flowers florist florists
         clothing uniforms workwear footwear shoes jewellers opticians optical eyecare veterinary vets vet kennels pets pet animal
         animals funeral funerals memorials crematorium insurance assurance brokers bank banking finance financial accountants
         accountancy accounting accounts auditors audit tax pensions pension investments investment capital ventures credit
         solicitors solicitor law lawyers legal barristers barrister chambers notary bailiffs enforcement security
         alarms alarm locks locksmith locksmiths fire safety protection rescue police constabulary
         training trainers learning education educational teaching tuition tutors tutoring coaching mentoring skills apprenticeships
         consultants consulting consultancy consult consultant advisory advisors advisers advice advocacy counselling therapy therapies therapist
         therapists psychology psychologist psychologists psychotherapy physiotherapy physio speech occupational
         recruitment personnel staffing resourcing employment workforce research science sciences laboratories labs lab environmental
         ecology conservation management managed facilities maintenance repairs repair installations installation
         testing inspection calibration products manufacturing industries industrial international global national regional
         european british english welsh scottish north south east west northern southern eastern western midlands community communities centre center
         village hall project projects enterprise enterprises business businesses venture initiative action support supported
         living independent specialist specialists professional professionals direct plus first premier quality
         youth childrens children child kids childcare childminding fostering adoption foster families women womens
         men mens disability autism dementia mental volunteer volunteers voluntary citizens
         street road lane avenue close drive park parks playing pavilion bridge station airport
         account accounts acct ac payments payment invoice refunds imprest petty cash card cards
         amazon google paypal ebay tesco asda sainsburys morrisons argos microsoft apple facebook
         carriages castings ceramics pottery upholstery blinds curtains shutters canopies marquees tents caravan caravans park
         boats boat marine yacht angling fishing fisheries equestrian stables riding
         selfridge minit kipling men hospitality accommodation lodgings residence residency residences tenancy tenants residents
         group groups team unit division branch outlet depot works workshop workshops lessons lesson displays controls polishers safeguarding gymnastics command domestic
         automobil automobiles crafts craft occasions parties balloons cakes cake magic puppets puppet tours touring walks wildlife
         orchestra band choir ensemble quartet opera ballet circus pantomime comedy show shows")
});

/// Beginnings that are enough: `plumb`er, `plumb`ing. Each was weighed against common surnames.
pub(super) const BUSINESS_STEMS: &str = "
    electric engineer construct consult plumb solicit accountan universit technolog communicat enterpris servic solution manage
    develop invest transport contract recruit associat internation environment educat photograph publish product propert restaur
    architect maintenan refriger ventilat insulat landscap mechanic pharma psycholog therap veterin residenti commun profession
    independen www http
";

/// From the commonest given names of births and of adults in the four countries, with those of families from South Asia,
/// Poland, Romania, West and East Africa, the Caribbean, China, the Arab world and Turkey.
pub(super) static GIVEN_NAMES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    set("aaron abbie abby abdul abdullah abdur abigail abu ada adam adama adebayo adele adeel adil adnan adrian adriana agata agnes
         agnieszka ahmad ahmed aidan aileen aimee aisha aishah ajay akram alan alana alastair albert aleksander aleksandra alex alexander
         alexandra alexandru alexis alfie alfred ali alice alicia alina alisha alison alistair allan allen allison alyssa amanda amber
         amelia amina aminata amir amit amjad amna amy ana anastasia andrea andreea andrei andrew andrzej andy angela angelina angus
         anika anil anisa anita anjali ann anna annabel anne annette annie anthony antonia antonio antony anwar april arif arlene
         arnold arshad arthur asha ashfaq ashley ashraf asif asim asma atif audrey aurora ava avril awais ayesha aysha azhar aziz
         babar barbara barry bartosz bashir beata beatrice becky belinda ben benjamin bernadette bernard bernice bernie beryl bethan
         bethany betty beverley beverly bilal bilkis bill billy blake bob bobby bogdan brad bradley brandon brenda brendan brian bridget
         britney bronwen bruce bryan bryn caitlin callum calum cameron camilla carl carla carly carmel carmen carol carole caroline
         carolyn carrie casey cassandra catherine cathy catrin cecilia celia ceri chantelle charlene charles charlie charlotte chelsea
         cheryl chidi chinedu chloe chris christian christie christina christine christopher ciara claire clara clare claudia clifford
         clive colette colin colleen conor connor constance courtney craig cristian cristina curtis cynthia cyril daisy dale damian
         damien dan daniel daniela daniella danielle danny daphne dariusz darren darryl dave david dawid dawn dean debbie deborah
         debra declan deepak deirdre delroy denis denise dennis derek dermot desmond diana diane dilip dillon dilys dina dinesh
         dipak dominic dominik donald donna dora doreen doris dorota dorothy doug douglas duncan dylan eamonn ebony eddie edith edmund edna
         edward edwin eileen eilidh elaine eleanor elena elizabeth ella ellen ellie elliot elliott eloise elsie elspeth emeka emil emilia
         emily emma emmanuel eric erica erin ernest esme esther ethan ethel euan eugene eunice eva evan eve evelyn ewa ewan ewelina
         faisal faith farah farhan farhana farida farooq farzana fatima fatma fatoumata fay faye felicity femi fergus fiona florence
         folake frances francesca francis frank fraser fred freda freddie frederick freya gabriel gabriela gabriella gail gareth garry
         gary gavin gemma geoff geoffrey george georgia georgina gerald geraldine gerard gerry ghulam gillian gina giovanni gita gladys
         glen glenda glenn glenys gloria glyn gordon grace graeme graham grant greg gregory grzegorz gulam guy gwen gwyneth gwynne
         habib hafsa hajra hamid hamish hamza hanna hannah hanif harbhajan hardeep harjit harold haroon harriet harrison harry harsha
         harvey hasan hassan hayley hazel heather heidi helen helena henry hilary hilda holly hollie howard hugh hugo humaira humphrey
         husna hussain hussein iain ian ibrahim ifeanyi ifran iftikhar ikram imogen imran imtiaz ines ingrid ioana ion iqbal iram irene
         irfan iris isaac isabel isabella isabelle ishaq isla islam ismail isobel israr ivan ivor iwan iwona izabela jabeen jack jackie
         jacob jacqueline jacqui jade jagdish jaime jake jakub james jamie jamil jan jane janet janette janice janine jaroslaw jasmin
         jasmine jason jaspreet jasvinder jatinder javed javid jay jayne jayesh jean jeanette jeff jeffrey jemma jenna jennie jennifer jenny jeremy
         jerome jerry jess jessica jessie jill jillian jim jimmy joan joann joanna joanne jodie jody joe joel john johnathan johnny jon jonathan
         jonathon jordan jose joseph josephine josh joshua joy joyce juan juanita judith judy julia julian juliana julie juliet june justin
         justyna jyoti kabir kai kamal kamil kamran kamrul karen karina karl karolina kashif kasim kat katarzyna kate katherine kathleen
         kathryn kathy katie katrina katy kay kaye kayleigh keeley keiran keith kelly kelvin ken kenneth kenny keri kerrie kerry kevin
         khadija khalid khalida khurram kieran kim kimberley kiran kirsten kirsty kirstie klaudia krishna kristina krystyna krzysztof
         kuldip kulwinder kumar kwame kwasi kyle lakhbir lara lata latif laura lauren laurence lawrence layla leah leanne lee leigh
         len lena leo leon leona leonard lesley leslie lewis lia liam libby lilian lillian lily linda lindsay lindsey lisa liz lizzie
         logan lois lorna lorraine louis louisa louise lucas lucia lucille lucinda lucy luis luke lukasz lydia lyn lynda lyndsey lynn
         lynne lynsey mabel maciej madeleine madison magdalena maggie mahbub mahesh mahmood mahmud maisie majid malcolm malgorzata malik
         manjit manpreet mansoor manuel marcia marcin marcus margaret maria mariam marian marie marilyn marina mario marion mariusz
         marjorie mark marlene marta martha martin martine martyn maryam mary masood matilda matt matteo matthew maureen maurice mavis max maxine
         maya mayur meena megan mehmet mel melanie melinda melissa mercy meryl mia michael michal michele michelle mick miguel mihai mike
         milan mildred millie mina miriam mirza misbah mohamed mohammad mohammed mohan mohsin moira mollie molly mona monica monika morag
         moses muhammad muhammed mukesh munir muriel murray musa mustafa myra nabeel nabila nadeem nadia nadine nahid naheed naila najma
         nancy naomi narinder naseem nasir nasreen natalia natalie natasha nathan nathaniel naveed navid nazia nazir neil nelson nia niall
         nicholas nick nicki nicky nicola nicole nigel nikki nikola nilesh nina nisha nita noah noel nora noreen norma norman nusrat
         obinna odette olga olive oliver olivia oluwaseun olu omar orla osman oscar owain owen paige pam pamela parminder parveen parvez pat patricia
         patrick patrycja paul paula pauline pavel pawel peggy penelope penny perminder perry pervez pete peter petra philip phillip phil
         phillipa philippa phoebe phyllis pierre piotr polly poonam pooja prabhjot pradeep prakash pramod praveen priscilla priya przemyslaw qasim
         rabia rachael rachel radoslaw rafal rafiq raheel rahila rahim rahul raj rajesh rajinder rajiv rakesh ralph ramesh ramona randeep
         ranjit raquel rashid rashida raymond razia rebecca rebekah reece reginald rehana rehman rene renata rhian rhiannon rhoda rhona rhys
         riaz ricardo richard rick ricky rita rizwan rizwana rob robbie robert roberta robin robyn rodney roger rohan roisin roland roman
         ron ronald ronnie rory rosa rosalind rose roseanna rosemary rosie ross rowan rowena roxanne roy rubina ruby rukhsana rupert russell ruth ryan
         saba sabina sabir sabrina sadia sadie safia saima saira sajid sajida saleem salim salma salman sally sam samantha samina samir
         samuel sana sandeep sandra sangeeta sanjay sara sarah sarfraz satnam satwinder saul scott sean sebastian selina serena shabana
         shabir shabnam shafiq shagufta shahid shahida shahnaz shaista shakeel shakil shamim shane shannon sharon shaun shauna
         shawn shazia sheena sheila shelley shirley shoaib shona shreya sian sidney sikander silvia simon simone sinead siobhan sofia
         sohail sonia sonya sophia sophie stacey stacy stan stanislaw stanley stefan stefania stella stephanie stephen steve steven stewart stuart
         sue sufyan suhail sukhdev sukhwinder sultana suman sunil sunita surinder suresh surjit susan susanna susannah susie suzanne syed
         sylvia sylwia szymon tabitha tahir tahira tania tanveer tanya tara tariq tasneem tatiana taylor ted temitope teresa terence terry
         tessa thelma theo theodore theresa thomas tia tiffany tim timothy tina tobias toby tom tomasz tommy toni tony tracey tracy
         trevor tricia trina tristan trudy tyler tyrone umar una urszula usha usman uzma valentina valerie vanessa vera vernon veronica
         vicki vicky victor victoria vijay vikki vikram vince vincent viola violet viorica virginia vivian vivien vivienne wahid waheed walter wanda waqar waqas
         warren waseem wasim wayne wendy wendi wieslaw wilfred will william winifred winston wojciech xavier yasin yasmin yasmeen yasmine yousaf yousef youssef
         yusuf yvette yvonne zac zach zachary zafar zahid zahida zahra zainab zaheer zara zarina zbigniew zeeshan zeenat zoe zofia zubair zuzanna
         alana aled alun anwen beccy becci becki briony bryony carys ceinwen clodagh cormac daragh dermott eleri elin eilis emyr fergal finlay
         finn gabi gareth gethin gil ginny glynis heulwen huw ieuan ifan ioan jez jools josie judi kath kev leighton lesleyann linzi lorna
         lowri mairead maeve mandy marian marnie maura meinir merve mhairi mitch morwenna myfanwy nerys niamh nuala oonagh padraig
         pippa regina reuben ria rona rosalyn rosamund roz sadiq shona sion steph stewart stu sybil tegan tess tracie trish una ursula
         vinny wilma zena abeer adebola adetola afua akosua amara anjum arezo arjun aziza bukola chidinma chioma deepa devika dharmesh
         ebere efua esi farooq funmi gulshan gurpreet gurmeet harpreet hina hitesh ifeoma iffat inderjit ishrat jaswinder jitendra kavita
         kofi kwaku lubna manisha meera minesh mohammod monique mumtaz naila nargis navneet neelam neha ngozi nikhil nirmal nkechi olayinka
         oluwatobi parvin pavan pritpal qamar rafiqul ranjan reena rekha ritu rupinder sabeena sahra samiya sangita shaheen sharifa
         shilpa simran sohaib sonal sudhir sukhjit sunil surjeet swati tasleem temi tunde uche urmila vaishali varsha vinod yakub yetunde yinka zaynab
         aleksandar anastasija beatriz bogumil dagmara edyta ema eugenia florin gintaras grazyna halina hanka ilona ionut irena jadwiga
         janusz jolanta jozef kinga laszlo leszek lidia ludmila lukas malwina marek marzena mihaela mirela miroslaw monika natalya oksana
         olena paulina radu renata robertas ryszard slawomir stanislava tadeusz teresa vasile viktor violeta vitalij waldemar yuliia zoltan
         ming wei xin ying yan ling mei jun hong chun bao linh nguyen thanh")
});

pub(super) static ALSO_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    set("abu amber april art aurora blake bill bob brook casey chelsea christian courtney crystal daisy dale dawn dean eve faith
         florence francis frank gene georgia grace grant guy hazel heather holly hope iris islam israr ivy jack jade jasmine jay jean jordan
         joy june kat kay kim lee leigh lewis lily logan madison maria mark martin mary max may mercy mike miles nelson noel norma olive oscar
         pat paris patrick peggy penny perry phil pearl ray reed rick rob robin roman rose ross ruby sally sam scott shannon stan
         summer sue taylor ted theo tom tony victor victoria viola violet virginia will winston")
});

/// Public companies and well-known firms; each trades under these words without saying what it is.
pub(super) const FIRMS_NAMED_LIKE_PERSONS: &str = "
    robert walters; john lewis; arnold clark; thomas cook; laura ashley; robert dyas; hugo boss; ben sherman; austin reed; charles tyrwhitt;
    calvin klein; harvey nichols; morgan sindall; morgan stanley; michael page; robert half; grant thornton; irwin mitchell;
    anthony collins; leigh day; duncan lewis; fred perry; jack wills; max spielmann; max fordham; henry schein; alexander dennis;
    robert mcalpine; sir robert mcalpine; stewart milne; tony gee; peter brett; roger bullivant; owen mumford; howard tenens;
    kelly services; gordon ramsay; jamie oliver; philip morris; oliver bonas; vivienne westwood; ted baker; samuel hubbard;
    arthur j gallagher; arthur gallagher; marsh mclennan; clifford chance; allen overy; eversheds sutherland; lewis silkin;
    duncan toplis; gerald eve; lambert smith hampton; carter jonas; bruton knowles; jones lang lasalle; w h smith; wh smith; j d
    wetherspoon; jd wetherspoon; t k maxx; tk maxx; h samuel; e on; t mobile; a f blakemore; w w grainger; j p morgan; jp morgan;
    j sainsbury; r s components; rs components; b braun; g f tomlinson; a j bell; e h booth; f w woolworth; j c bamford; c hoare;
    s c johnson; p z cussons; r g carter; mr clutch; mr tyre; mr minit; mr handyman; mr porter; mr lazenby; mr fothergills; mrs
    hinch; miss selfridge; mary rose; mary portas; florence nightingale; marie curie; marie stopes; james paget; st john; frankie
    benny; ryan air; victor hugo; victoria and; charles darwin; saint gobain; george wimpey; joseph rowntree; alfred mcalpine;
    alan turing
";
