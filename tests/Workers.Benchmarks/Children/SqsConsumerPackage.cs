using System.ComponentModel;
using System.Globalization;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Children;

/// <summary>The npm package sqs-consumer, installed into a temporary directory when it is first asked for, which goes when we go.</summary>
internal sealed class SqsConsumerPackage : IDisposable
{
    public const string Name = "sqs-consumer";

    private const string Script = "sqs-consumer.mjs";

    private static readonly string[] Packages = [$"{Name}@14.2.8", "@aws-sdk/client-sqs@3"];

    private DirectoryInfo? _directory;
    private bool _isInstalled;

    /// <summary>Installs it, once.</summary>
    /// <returns>Whether it could be installed.</returns>
    public async Task<bool> InstallAsync(CancellationToken cancellationToken)
    {
        if (_directory is null)
        {
            _directory = Directory.CreateTempSubdirectory($"{Name}-");
            _isInstalled = await InstallAsync(_directory.FullName, cancellationToken);
            if (!_isInstalled)
            {
                Console.WriteLine($"Skipped: {Name}, because npm is missing here or cannot install it.");
            }
        }

        return _isInstalled;
    }

    /// <summary>Consumes a queue with it in a process of its own.</summary>
    public ChildProcess Start(Uri endpoint, BenchmarkQueue queue, EngineSettings settings, TimeSpan workTakes) => ChildProcess.Start(
        "node",
        "--no-warnings",
        Path.Combine(_directory!.FullName, Script),
        endpoint.ToString(),
        queue.Url,
        BareLoops.Count(settings).ToString(CultureInfo.InvariantCulture),
        workTakes.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));

    public void Dispose() => _directory?.Delete(recursive: true);

    private static async Task<bool> InstallAsync(string directory, CancellationToken cancellationToken)
    {
        try
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Children", Script), Path.Combine(directory, Script));
            using var npm = ChildProcess.Start(
                "npm", ["install", "--prefix", directory, "--no-audit", "--no-fund", "--silent", .. Packages]);
            return await npm.WaitAsync(cancellationToken) == 0;
        }
        catch (Win32Exception)
        {
            return false;   // there is no npm
        }
    }
}
