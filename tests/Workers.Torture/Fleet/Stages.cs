using System.Diagnostics;

namespace Workers.Torture.Fleet;

/// <summary>Kills this process the n-th time that it comes to a stage: by SIGKILL, so that nothing of it runs any more.</summary>
internal sealed class Stages(Stage? last, int count)
{
    private int _left = count;

    public void Reached(Stage stage)
    {
        if (stage == last && Interlocked.Decrement(ref _left) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.CurrentThread.Join();   // for ever: not one more instruction of this message's may run until the signal has come
        }
    }
}
