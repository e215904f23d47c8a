using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.Http;

namespace LocalAws.Data;

/// <summary>
/// Keeps the state of all services in a directory: loads it at the start, and saves it every few seconds and at the end. A snapshot
/// shows all services at one instant. One server at a time has the directory.
/// </summary>
internal sealed partial class DataDirectory : IAsyncDisposable
{
    /// <summary>The time between two snapshots: what a server that is killed has lost at most.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly string _path;
    private readonly IReadOnlyList<KeyValuePair<string, ISavedService>> _services;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SnapshotFile _file;
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly CancellationTokenSource _stopping = new();

    private string? _savedChecksum;
    private FileStream? _lock;
    private Task? _saving;

    /// <param name="options">The directory, the clock and the logger.</param>
    /// <param name="services">
    /// The services by name. One whose changes reach another, while it is held from changing, stands before that one.
    /// </param>
    public DataDirectory(LocalAwsOptions options, IReadOnlyList<KeyValuePair<string, ISavedService>> services)
    {
        _path = Path.GetFullPath(options.DataDirectory!);
        (_services, _time, _logger) = (services, options.TimeProvider, options.Logger);
        _file = new SnapshotFile(_path);
    }

    /// <summary>Whether the last snapshot failed, so that the directory has an older state than the server.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Takes the directory, which is made if it is not there, and gives the services what it holds.</summary>
    /// <exception cref="IOException">Another server has the directory, it cannot be used, or what it holds cannot be loaded.</exception>
    public void Load()
    {
        _lock = Lock();
        using var state = _file.Read();
        if (state is not null)
        {
            Restore(state.RootElement);
            foreach (var service in _services)
            {
                service.Value.Resume();
            }
        }
    }

    /// <summary>Begins to save from time to time.</summary>
    public void Start()
    {
        var timer = new PeriodicTimer(Interval, _time);
        _saving = Task.Run(() => SaveFromTimeToTimeAsync(timer));
    }

    /// <summary>Saves once more, unless it never began to, and lets go of the directory.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_saving is not null)
        {
            await _saving;
            Save();
        }

        _stopping.Dispose();
        _lock?.Dispose();
    }

    private FileStream Lock()
    {
        var path = Path.Combine(_path, "lock");
        try
        {
            Directory.CreateDirectory(_path);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"The data directory {_path} cannot be made: {exception.Message}", exception);
        }

        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"The data directory {_path} cannot be written to: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new IOException($"The data directory {_path} is in use by another server, which has {path} locked.", exception);
        }
    }

    private void Restore(JsonElement state)
    {
        try
        {
            foreach (var saved in state.EnumerateObject())
            {
                var service = _services.FirstOrDefault(one => one.Key == saved.Name).Value
                    ?? throw _file.Refuse($"has the state of {saved.Name}, a service that this LocalAws does not have");
                service.Restore(saved.Value);
            }
        }
        catch (Exception exception) when (exception is JsonException or AwsException or FormatException)
        {
            throw _file.Refuse($"has a state that this LocalAws does not understand ({exception.Message})");
        }
    }

    private async Task SaveFromTimeToTimeAsync(PeriodicTimer timer)
    {
        using var owned = timer;
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                Save();
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops, and saves once more.
        }
    }

    private void Save()
    {
        var began = Stopwatch.GetTimestamp();
        var held = Render();
        var checksum = SnapshotFile.Checksum(_body.WrittenSpan);
        if (checksum == _savedChecksum)
        {
            IsBehind = false;
            return;
        }

        try
        {
            _file.Write(_body.WrittenSpan, _time.GetUtcNow());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (!IsBehind)
            {
                LogNotSaved(_path, exception.Message);
            }

            IsBehind = true;
            return;
        }

        (_savedChecksum, IsBehind) = (checksum, false);
        LogSaved(_body.WrittenCount, _path, Stopwatch.GetElapsedTime(began).TotalMilliseconds, held.TotalMilliseconds);
    }

    /// <summary>Writes the state to memory, and tells for how long nothing could change.</summary>
    private TimeSpan Render()
    {
        var began = Stopwatch.GetTimestamp();
        var states = Capture();
        var held = Stopwatch.GetElapsedTime(began);
        _body.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_body, Options);
        writer.WriteStartObject();
        foreach (var (name, write) in states)
        {
            writer.WritePropertyName(name);
            write(writer);
        }

        writer.WriteEndObject();
        return held;
    }

    // All services stand still at once: what one has handed to another is with exactly one of them, or with both.
    private List<KeyValuePair<string, Action<Utf8JsonWriter>>> Capture()
    {
        var holds = new Stack<IDisposable>();
        try
        {
            foreach (var service in _services)
            {
                holds.Push(service.Value.Hold());
            }

            return [.. _services.Select(service => KeyValuePair.Create(service.Key, service.Value.Capture()))];
        }
        finally
        {
            while (holds.TryPop(out var hold))
            {
                hold.Dispose();
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "Saved {Bytes} bytes in {Directory} within {Milliseconds} ms; requests waited {HeldMilliseconds} ms")]
    private partial void LogSaved(int bytes, string directory, double milliseconds, double heldMilliseconds);

    [LoggerMessage(
        LogLevel.Error,
        "The state could not be saved in {Directory}: {Reason} The server goes on and tries again; what changes is in memory only")]
    private partial void LogNotSaved(string directory, string reason);
}
