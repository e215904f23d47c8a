namespace LocalAws.Sqs.Wire;

/// <summary>The answer <c>{}</c> of operations that have nothing to say.</summary>
internal sealed record Nothing
{
    public static readonly Nothing Value = new();
}
