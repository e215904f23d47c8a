using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Workers.Benchmarks.Micro;

/// <summary>Times and bytes of single steps, by BenchmarkDotNet.</summary>
internal static class MicroBenchmark
{
    /// <returns>The exit code: 0 where everything could be measured.</returns>
    public static int Run()
    {
        // In this process: the library's own way builds a project in our tree, under settings that are not made for it.
        var config = new ManualConfig()
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "workers-micro"));
        var summary = BenchmarkRunner.Run<MessageBenchmarks>(config);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
    }
}
