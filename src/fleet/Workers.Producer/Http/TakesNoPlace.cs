namespace Workers.Producer.Http;

/// <summary>Marks a route whose requests last, and are bounded in number by the route itself.</summary>
internal sealed class TakesNoPlace
{
    private TakesNoPlace()
    {
    }

    public static TakesNoPlace Instance { get; } = new();
}
