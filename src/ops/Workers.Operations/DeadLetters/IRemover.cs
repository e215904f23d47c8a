namespace Workers.Operations.DeadLetters;

/// <summary>Takes dead letters out of their queue.</summary>
internal interface IRemover
{
    /// <summary>Whether what it removes may be a dead letter again, and so must be removed once only.</summary>
    bool MayBringBack { get; }

    /// <summary>What would become of a letter: nothing is changed.</summary>
    Task<Removal> PlanAsync(DeadLetter letter, CancellationToken cancellationToken);

    /// <summary>
    /// Removes letters, at most ten. Cannot be cancelled half-way. Whatever fails leaves a letter where it was, or both where it
    /// was and where it is to go: never in neither.
    /// </summary>
    Task<IReadOnlyList<Removal>> RemoveAsync(IReadOnlyList<DeadLetter> letters);
}
