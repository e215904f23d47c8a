namespace Workers.Torture.Providers;

/// <summary>What goes wrong at the providers, drawn from a seed.</summary>
internal sealed class Trouble(int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    /// <summary>Does what was asked for and answers; or answers without doing it, or does it without an answer.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, Func<ProviderEntry> act)
    {
        var (luck, delay) = Draw();
        if (luck < 5)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var entry = act();
        if (luck < 12)
        {
            context.Abort();
        }
        else if (luck < 30)
        {
            await Task.Delay(delay, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Results.Json(entry.Answer());
    }

    private (int Luck, TimeSpan Delay) Draw()
    {
        lock (_lock)
        {
            return (_random.Next(100), TimeSpan.FromMilliseconds(_random.Next(1_500)));
        }
    }
}
