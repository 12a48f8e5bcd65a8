"""A studio to try: people, catalogue, pictures and orders in every state."""
