namespace Workers.Benchmarks.Effects;

/// <summary>What it took to consume a deep queue.</summary>
/// <param name="Messages">How many messages it held.</param>
/// <param name="Requests">DynamoDB requests, as the embedded AWS counts them.</param>
/// <param name="WriteUnits">Write units, as its answers state them.</param>
/// <param name="PutEventsCalls">Calls that published.</param>
/// <param name="Emitted">Events that they held.</param>
/// <param name="Cpu">Processor time of this process: the workers, without the embedded AWS.</param>
/// <param name="AwsCpu">Processor time of the embedded AWS meanwhile.</param>
/// <param name="Elapsed">From the workers' start to the last delete.</param>
internal sealed record Costs(
    int Messages, long Requests, double WriteUnits, long PutEventsCalls, long Emitted, TimeSpan Cpu, TimeSpan AwsCpu, TimeSpan Elapsed)
{
    public double RequestsPer1000 => 1000.0 * Requests / Messages;

    public double WriteUnitsPer1000 => 1000 * WriteUnits / Messages;

    public double PutEventsPer1000 => Emitted == 0 ? 0 : 1000.0 * PutEventsCalls / Emitted;

    public double CpuMicroseconds => Cpu.TotalMicroseconds / Messages;

    public double Rate => Messages / Elapsed.TotalSeconds;
}
