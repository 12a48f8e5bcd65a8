"""Proofroom: the order desk for studios that sell creative work by the order."""
