"""What the field talks about: programmes, rubrics, dossiers, assessments and advice, as frozen values.

This room imports nothing of evc. Its classes hold facts and do no work: reading makes them,
assessing turns some of them into others, and reporting puts them into words.
"""
