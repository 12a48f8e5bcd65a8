"""The rooms, one module each; a room is a plan with a function that furnishes a stage."""

from proofroom.demo.pictures.scenes import bathroom, bedroom, dining_room, hallway, home_office, kitchen, living_room
from proofroom.demo.pictures.scenes.plan import Plan

ROOMS: dict[str, Plan] = {
    "living-room": living_room.PLAN,
    "bedroom": bedroom.PLAN,
    "kitchen": kitchen.PLAN,
    "bathroom": bathroom.PLAN,
    "hallway": hallway.PLAN,
    "home-office": home_office.PLAN,
    "dining-room": dining_room.PLAN,
}
