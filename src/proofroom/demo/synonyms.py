"""What customers of the demo's studio call its things; a studio of its own adds its own words."""

from collections.abc import Iterator

from proofroom.catalogue.models import Product, Synonym

About = Synonym.About
Words = dict[tuple[About, str], str]

VARIABLES: Words = {
    (About.MORE, "brightness"): "bright, light, lighter, overexposed, over exposed, overexposure, glaring, blinding, "
    "burned out, burnt out, blown out, washed white, brighten",
    (About.LESS, "brightness"): "dark, dim, gloomy, murky, underexposed, under exposed, black, darken",
    (About.VARIABLE, "brightness"): "brightness, exposure, lightness, luminosity",
    (About.MORE, "color"): "rich, colorful, saturated, oversaturated, over saturated, vivid, vibrant, neon, garish, "
    "intense color, colors strong, strong colors, more color, punchy",
    (About.LESS, "color"): "muted, pale, dull, faded, desaturated, washed out, weak, colorless, less color, lifeless, "
    "bland, almost gray, tone down",
    (About.VARIABLE, "color"): "color, saturation, colors, tone",
    (About.MORE, "sharpness"): "crisp, sharp, sharpen, oversharpened, crunchy, harsh edges",
    (About.LESS, "sharpness"): "soft, blurry, fuzzy, mushy, unsharp, soft focus, out of focus, not in focus, blurred, "
    "soften",
    (About.VARIABLE, "sharpness"): "sharpness, sharpening, clarity",
}
INTERIOR: Words = {
    **VARIABLES,
    (About.STYLE, "natural"): "natural, true to the room",
    (About.STYLE, "bright"): "bright style, light and airy, airy",
    (About.STYLE, "warm"): "warm, cosy, cozy, evening warm",
    (About.EXTRA, "blue-sky"): "blue sky, sky, skies, clouds, nicer sky, view outside blue",
    (About.EXTRA, "remove-cords"): "cord, cable, wire, extension lead, power lead, plug, charger, cord removal, wiring",
    (About.EXTRA, "declutter"): "tidy, tidy up, tidied, declutter, clutter, decluttering, toys, cups, papers, shoes, "
    "bags, laundry, clothes, bottles, sponges, magnets, small things, small stuff, small items, dishes, mess, messy, "
    "trash, litter, personal items, remove ~ stuff, remove ~ things, towels, books lying",
    (About.INCLUDED, "straight-verticals-and-horizontals"): "straight, straighten, straightened, vertical, horizon, "
    "horizontal, crooked, tilted, lean, skewed, slanted, not parallel, perspective, lens distortion, distortion, "
    "keystone, bends, bent, wonky, level the horizon",
    (About.INCLUDED, "balanced-light-and-natural-white"): "white balance, color cast, cast, tint, white walls, "
    "yellow, pink, orange, purple, greenish, bluish, color balance, walls look, too blue, too yellow, "
    "flat and gray, looks cold, white should be white",
    (About.INCLUDED, "clear-windows"): "window clear, window blown out, window burned out, window view, foggy, milky, "
    "window ~ white, window ~ burned, window ~ blown, outside is white",
    (About.INCLUDED, "dust-and-sensor-spots-removed"): "dust, dust spots, sensor spots, dirt on the sensor, specks, "
    "spots",
    (About.NOT_INCLUDED, "new-furniture"): "furniture, virtual staging, virtually stage, staging, stage, staged, "
    "replace ~ sofa, replace ~ screen, add a bed, add flowers, add ~ table, other curtains, "
    "wall color, repaint, furnish, swap the furniture",
    (About.NOT_INCLUDED, "removing-large-objects"): "remove ~ car, remove ~ tree, remove ~ wardrobe, hose, trampoline, "
    "parked outside, remove ~ furniture, remove ~ sofa, cars, scaffolding, remove ~ people",
    (About.NOT_INCLUDED, "day-to-dusk"): "dusk, sunset, twilight, night version, night, evening version, golden hour",
}
RETOUCHING: Words = {
    **VARIABLES,
    (About.STYLE, "clean"): "clean style, white ground style, shop style",
    (About.STYLE, "editorial"): "editorial, moody, moody contrast, magazine look",
    (About.EXTRA, "clipping-path"): "clipping path, path, paths, cutout path, vector path, cut out, clipping mask",
    (About.EXTRA, "reflection"): "reflection under, reflection, mirror effect",
    (About.INCLUDED, "dust-and-scratches-removed"): "dust, dusty, scratch, scratches, specks, fingerprint, hair, "
    "smudge, dirt, stain, lint, lamp reflection",
    (About.INCLUDED, "clean-ground-with-a-soft-shadow"): "background, ground, pure white, shadow, "
    "not white, light gray, white ground",
    (About.INCLUDED, "color-matched-to-the-product"): "color ~ wrong, color match, swatch, sample, pantone, "
    "color of the product, match the, true color, real color, color of ~ product",
    (About.NOT_INCLUDED, "compositing-several-pictures"): "combine, compose, composite, group shot, merge, montage, "
    "put together, splash",
    (About.NOT_INCLUDED, "creating-a-3d-model"): "3d model, 3d, turntable",
}
MODEL: Words = {
    (About.EXTRA, "usdz"): "usdz, ios version, ios, iphone, iphones, apple quick look, quick look, ipad, apple file",
    (About.INCLUDED, "glb-file-with-materials"): "glb, material, texture, shiny, glossy, matte, matt, stitching, "
    "fabric ~ light, fabric ~ dark, seam, mesh, normals, faces, wood grain, hole, spikes, polygons flipped",
    (About.INCLUDED, "real-world-scale"): "scale, proportions, size, dimensions, measure, measures, cm, mm, height, "
    "width, too big, too small, too wide, too narrow, same length, left and right",
    (About.NOT_INCLUDED, "animation"): "animate, animation, spin, moving, open and close, turntable, video",
    (About.NOT_INCLUDED, "rigging"): "rig, rigging, rigged, movable, joints",
}
SAID = {"interior-image-editing": INTERIOR, "photo-retouching": RETOUCHING, "3d-model": MODEL}


def make_synonyms(product: Product) -> None:
    """The words for one of the demo's products."""
    Synonym.objects.bulk_create(_rows(product), ignore_conflicts=True)


def _rows(product: Product) -> Iterator[Synonym]:
    for (about, slug), phrases in SAID[product.slug].items():
        for phrase in dict.fromkeys(each.strip() for each in phrases.split(",")):
            yield Synonym(product=product, about=about, slug=slug, phrase=phrase)
