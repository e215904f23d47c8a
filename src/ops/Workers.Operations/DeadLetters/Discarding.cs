namespace Workers.Operations.DeadLetters;

/// <summary>Deletes dead letters for good.</summary>
internal sealed class Discarding(LetterDeletion deletion) : IRemover
{
    public bool MayBringBack => false;

    public Task<Removal> PlanAsync(DeadLetter letter, CancellationToken cancellationToken) =>
        Task.FromResult(new Removal(letter.MessageId, letter.EventId, RemovalOutcome.Planned, null, null));

    public async Task<IReadOnlyList<Removal>> RemoveAsync(IReadOnlyList<DeadLetter> letters)
    {
        var failures = await deletion.DeleteAsync(letters);
        return
        [
            .. from letter in letters
               let problem = failures.GetValueOrDefault(letter.MessageId)
               select new Removal(
                   letter.MessageId, letter.EventId, problem is null ? RemovalOutcome.Discarded : RemovalOutcome.Kept, null, problem),
        ];
    }
}
