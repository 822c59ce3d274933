// 256 words that are spelled the same in German and English and known in both, one for each value of a byte.

/** Sorted; a word's place is its byte. Never reorder or replace: people compare what two screens show. */
export const words: readonly string[] = `
  alarm album algebra alibi april arena aroma asphalt asteroid astronaut atlas august auto balance ball
  band banjo baseball basketball bison bistro blues boiler bonbon bowling boxer bronze bungalow burger
  campus cello clown cocktail comic curry delta diesel dingo donut drama echo element ensemble episode
  express fan fanfare farm fauna festival film finale finger fjord flair flamingo flora forum fossil
  frost fusion garage giraffe glitter gold golf gong gorilla graffiti grill hammer hamster hand handball
  hangar helium hockey horn hotel iris jaguar jazz jeans jeep journal jumbo karaoke karate kebab ketchup
  kimono kiosk kiwi koala laser lasso latte lava leopard limbo lotus magma magnet mango mantra marathon
  marker matrix mixer monitor moped motel motor motto muffin museum mustang neon nest november nylon oboe
  olive omega opal opus orange orbit orca oregano organ origami oval palette panda panorama panther
  papaya paprika papyrus parade park pasta pause pedal pesto piano pilot pirouette pixel pizza planet
  plankton plateau podium polka pollen polo pony pool portal poster pudding puma puzzle quiz radar radio
  regatta risotto rock rodeo rose rotor rumba safari saga salamander salami salon samba samurai sand
  sardine satin saturn sauna scanner scout sensor serenade shampoo signal silhouette silo skateboard
  sketch ski slalom slogan sofa solar solo sombrero sonar souvenir spaghetti sphinx sport station stereo
  studio sushi talisman tandem tango tank taxi tempo tennis tenor terrier theater thermometer tiger toast
  tornado torso trio tuba tundra tunnel turban turbine turbo twist ufo vase veranda video villa viola
  vitamin volleyball western wigwam wind winter wolf wombat yak yeti yoga zebra zoo zoom
`
  .trim()
  .split(/\s+/)
