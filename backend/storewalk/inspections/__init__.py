"""Store visits: versioned checklists, planned and walked visits, answers, photographs and scores."""
