using Workers.Effects.Decisions;

namespace Workers.Effects.Leases;

/// <summary>
/// Writes between the steps of an effect that happens elsewhere, such as the note that a charge has begun, made before the provider is
/// called. What happens with the effect's completion belongs into <see cref="EffectResult.Done"/>.
/// </summary>
public interface IConditionalWrites
{
    /// <summary>
    /// Writes all or nothing. Throttles and conflicts are tried again. An outage throws, and the message waits as it does for any outage;
    /// the writes may have been made all the same, so the next try must know them by their conditions.
    /// </summary>
    /// <param name="writes">1 to 100 writes of distinct items.</param>
    /// <param name="cancellationToken">Cancels the call; the writes may have been made all the same.</param>
    Task<WriteResult> TryWriteAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken);
}

/// <summary>What became of a conditional write.</summary>
/// <param name="IsWritten">Whether it was made.</param>
/// <param name="Existing">The first item that failed its condition, as it stands; null where there is none, and where it was made.</param>
public sealed record WriteResult(bool IsWritten, Item? Existing = null);
