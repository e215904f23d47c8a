namespace Workers.Operations.DeadLetters;

/// <summary>Knows where a dead letter came from.</summary>
internal interface IRedriveRoute
{
    /// <summary>Where the letter goes back to.</summary>
    /// <exception cref="NoRouteException">It cannot be said where to, or as what.</exception>
    Task<Redriven> OfAsync(DeadLetter letter, CancellationToken cancellationToken);
}
