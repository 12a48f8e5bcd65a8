"""English turns of phrase that say what somebody is doing: complaining, wishing, thanking. Nothing of any studio.

``~`` stands for up to three other words. Stems are compared, so *remove* finds *removed* and *removing*.
"""

from enum import StrEnum

from proofroom.returns.suggestion.phrases import Phrases


class Cue(StrEnum):
    """What a turn of phrase does."""

    FAULT = "fault"
    DAMAGE = "damage"
    STILL = "still"
    ORDERED = "ordered"
    WISH = "wish"
    ADD = "add"
    CHANGE = "change"
    OWN = "own"
    BEYOND = "beyond"
    BACK = "back"
    PRAISE = "praise"
    IDEA = "idea"
    NOTHING = "nothing"
    SHOULD = "should"


SAID = {
    Cue.FAULT: "wrong, not right, not correct, incorrect, mistake in, error, isnt, doesnt, does not, did not, "
    "didnt, wasnt, not been, is not, are not, arent, not done, not ~ like, missing, lacking, lack, lost, "
    "gone missing, where is, where are, wheres, why is, why are, why does, why did, why do, why was, too, "
    "no ~ at all, there is no, theres no, have none, has none, came without, without, only got, got only, not happy, "
    "disappointed, complain, unacceptable, bad, poor, terrible, awful, ugly edges, compared with order, off, "
    "please fix, please correct, please redo, redo, fix it, fix this, correct this, cannot, cant, looks strange, "
    "looks like, look like, not what, instead of what, someone elses, another order, not mine, not ours, "
    "different in, differs, in the wrong, wasnt in, not enough, fake, unnatural, unreal, strange, weird, odd, "
    "funny look, not even, uneven, inconsistent, consistent, changes from, badly, sloppy, overdid, overdone, "
    "exaggerated",
    Cue.DAMAGE: "halo, artefact, artifact, pixelated, banding, noise, grain, grainy, ghost, ghosting, blotch, "
    "smear, smudge, seam, edge, edges, jagged, cut off, cropped so, corrupt, damaged, broken, empty file, "
    "does not open, doesnt open, cant open, wont open, does not load, doesnt load, doesnt work, error, unedited, "
    "not edited, missing from, files missing, images are missing, pictures missing, sideways, upside down, rotated, "
    "flipped, inverted, mirrored side, wrong way, brush marks, traces, trace, float, floating, bleeds, spill, "
    "disappeared, vanished, took away, you removed, somebody removed, someone removed, they removed, put ~ back, "
    "removed ~ together, cut into, cuts into, wobbly, not closed, unreadable, stretched, spike, hole, uneven, "
    "repeating, double, half of, left behind, stayed, swapped, wrong proportions, low resolution, compressed, "
    "compression, is gone, are gone from, details ~ lost, details ~ gone, is missing",
    Cue.STILL: "still, remains, remaining, left in, left on, left behind, forgot the, you forgot, forgotten, "
    "overlooked, missed, visible, not removed, wasnt removed, werent removed, supposed to be, should have been, "
    "should be gone, again not, not cleaned, one left, only done in, finish, incomplete, everywhere, came back, "
    "not gone, skipped",
    Cue.ORDERED: "I ordered, we ordered, was ordered, were ordered, although ordered, as ordered, my order says, "
    "our order says, order said, order says, had ordered, I asked for, we asked for, had asked for, asked, I chose, "
    "we chose, I choose, I picked, we picked, selected, I paid for, we paid for, paid, your page says, your page, "
    "you promise, promised, as described, described, compared with order, compare with order, as agreed, "
    "in the order, according to the order, style I ordered, our specification, we gave you, we sent, we attached",
    Cue.WISH: "please, could you, can you, could we, can we, could I, can I, could they, can they, would you, "
    "is it possible, possible, would like, id like, wed like, would love, want, wants, need, wish, would be nice, "
    "would be lovely, would be great to have, would be cool, would prefer, prefer, would rather, rather, may I, "
    "can somebody, could somebody, how much, what would it cost, what does this cost, what is the price, "
    "send ~ quote, price to, quote, wonders if, let us have",
    Cue.ADD: "add, additional, extra version, extra set, also, as well, too please, another version, a second, "
    "one more, version of, version without, version with, variant, crop, resize, format, formats, size, copy, "
    "more pictures, additional pictures, new pictures, came in, upload, watermark, logo on, also need, now also, "
    "forgot to order, forgot to mention, forgot to choose, forgot to ask, additional request, new request, "
    "black and white, print size, send us, make one, make a, build, animated, file as well, file too, put, get rid, "
    "take away, take ~ out, remove, get ~ away, disappear, moved to, move, clear them, open and",
    Cue.CHANGE: "instead, change to, change ~ to, swap, swap ~ for, replace, replaced with, different, exchange, "
    "turn ~ into, convert, new, other, in light blue, repaint, change the color, greener, change, switch, turn into, "
    "make ~ look, in black and white, make ~ green, be red, be blue, be white",
    Cue.OWN: "changed my mind, changed our mind, changed her mind, changed his mind, change of mind, after all, "
    "my mistake, our mistake, mistake on our side, my fault, our fault, not your mistake, not your fault, "
    "nothing wrong, my taste, our taste, own taste, for my taste, personal taste, I forgot, we forgot, forgot to, "
    "not ~ in my order, wasnt in my order, not part of the order, was not ordered, did not order, didnt order, "
    "not ordered, no ~ ordered, had no ~ ordered, not on my order, not in the order, I should have, should not have, "
    "I know I, we know we, I did order, I know, left on standard, was left, happy with them, our client wants, "
    "client wants, client wonders, client would, owner wants, owner prefers, seller, customer wants, customer would, "
    "on second thought, in hindsight, now I, we now, now we, I would now, was standard, uploaded the wrong, "
    "I selected, not needed any more, new idea, no longer, legal says, is fine, they are fine, we prefer, I prefer",
    Cue.BEYOND: "than I ordered, than what I ordered, than we ordered, than the order says, than what I chose, "
    "from what I had ordered, more than ordered, one step up, one step further, step further, one more step, "
    "one step more, one level, even more, go further, up by one, more than I, than crisp, even darker, "
    "even brighter",
    Cue.BACK: "back to normal, back to standard, to normal, to the original, at normal, undo, revert, "
    "take it off, take ~ off again, off again, tone it down, tone down, lift it",
    Cue.PRAISE: "thank you, thanks, many thanks, great, amazing, awesome, love, loved, lovely, perfect, "
    "excellent, good job, great job, good work, nice work, clean work, well done, fantastic, brilliant, beautiful, "
    "wonderful, superb, super, happy, satisfied, impressed, impressive, wow, compliment, compliments, approve, "
    "approved, best, kind regards, spot on, gorgeous, stunning, better than, looks so, look so, nice, very nice, "
    "keep it up, elegant, subtle, real nice, exactly what we, just right, worth, we like, I like, fits, merci, "
    "delighted, understood what we, turned out, well received, sold, signed",
    Cue.IDEA: "idea, suggestion, suggest, in the future, for the future, next time, some day, in future, "
    "it would be nice if, would help us, would save, helps us, maybe offer, maybe for, I wish there was, "
    "just an idea, only an idea, feature, my opinion, just my opinion, my only thought, discount, newsletter, "
    "could be good if, have you thought",
    Cue.NOTHING: "no changes, no change needed, no need to, no changes needed, dont change anything, "
    "dont change, not a complaint, nothing to complain, no complaint, no corrections, no rush, no comments, "
    "just wanted to, just wanted to thank, just want to say, only want to say, just to let you know, all good, "
    "all fine, everything fine, no action, perfect as it is, thats all, these are fine, looking forward, "
    "please tell, tell the editor, forward his, forward our, all approved, nothing else",
    Cue.SHOULD: "should be, must be, should have, was supposed, ought to be, has to be, is supposed",
}

CUES: Phrases[Cue] = Phrases((phrase, cue) for cue, said in SAID.items() for phrase in said.split(", "))
"""All turns of phrase, ready to be found."""
