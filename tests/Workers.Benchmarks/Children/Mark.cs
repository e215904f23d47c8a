using System.Text.Json;

namespace Workers.Benchmarks.Children;

/// <summary>What a consumer in a process of its own says when it has handled so many messages.</summary>
/// <param name="Handled">How many.</param>
/// <param name="CpuMilliseconds">The processor time that its process has used.</param>
/// <param name="ResidentBytes">The memory that its process holds, without a collection forced.</param>
internal sealed record Mark(int Handled, double CpuMilliseconds, double ResidentBytes)
{
    public static Mark Now(int handled) => new(
        handled, Environment.CpuUsage.TotalTime.TotalMilliseconds, Environment.WorkingSet);

    public static Mark Parse(string line) => JsonSerializer.Deserialize(line, MarkJson.Default.Mark)!;

    public override string ToString() => JsonSerializer.Serialize(this, MarkJson.Default.Mark);
}
