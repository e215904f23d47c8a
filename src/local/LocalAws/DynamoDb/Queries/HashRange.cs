namespace LocalAws.DynamoDb.Queries;

/// <summary>The hashes that belong to one segment of a parallel scan.</summary>
/// <param name="First">The first of them.</param>
/// <param name="End">The first one after them.</param>
internal readonly record struct HashRange(ulong First, ulong End)
{
    private const ulong Hashes = 1UL << 32;

    public static HashRange OfSegment(int segment, int total) =>
        new(Hashes * (ulong)segment / (ulong)total, Hashes * ((ulong)segment + 1) / (ulong)total);

    public bool Contains(uint hash) => hash >= First && hash < End;
}
