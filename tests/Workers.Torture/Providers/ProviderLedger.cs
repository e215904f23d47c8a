using System.Text;
using System.Text.Json;

namespace Workers.Torture.Providers;

/// <summary>What providers have done, in a file that outlives them: it is on disk before anybody is answered.</summary>
internal sealed class ProviderLedger : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ProviderEntry> _entries;
    private readonly FileStream _file;

    public ProviderLedger(string path)
    {
        _entries = ProviderEntry.Read(path).ToDictionary(entry => entry.Key);
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        _file.SetLength(_entries.Values.Sum(entry => (long)LineOf(entry).Length));   // without the torn last line
        _file.Seek(0, SeekOrigin.End);
    }

    /// <summary>Books an entry, unless there is one under its key: then that one stands.</summary>
    public ProviderEntry Book(ProviderEntry entry)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(entry.Key, out var first))
            {
                return first;
            }

            _file.Write(LineOf(entry));
            _file.Flush(flushToDisk: true);
            return _entries[entry.Key] = entry;
        }
    }

    public void Dispose() => _file.Dispose();

    private static byte[] LineOf(ProviderEntry entry) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry) + "\n");
}
