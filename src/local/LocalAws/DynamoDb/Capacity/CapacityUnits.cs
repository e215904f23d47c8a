namespace LocalAws.DynamoDb.Capacity;

/// <summary>What requests cost: writes in steps of 1 KB, reads in steps of 4 KB and at half the price unless consistent.</summary>
internal static class CapacityUnits
{
    /// <summary>Transactions cost twice as much.</summary>
    public const int Transactional = 2;

    private const int WriteStep = 1024;
    private const int ReadStep = 4096;

    /// <param name="size">The larger of the item's sizes before and after.</param>
    public static double Write(int size) => Steps(size, WriteStep);

    /// <param name="size">The item's size, or that of all items of a page; zero for a missing item.</param>
    /// <param name="isConsistent">Whether the read is strongly consistent.</param>
    public static double Read(long size, bool isConsistent) => Steps(size, ReadStep) * (isConsistent ? 1 : 0.5);

    private static long Steps(long size, int step) => Math.Max(1, (size + step - 1) / step);
}
